extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let sqlite: [String: String] = [
        "table-copied": #"""
        SQLite: all rows of a table are written to a new one, while nobody else writes to the database.

        SQLite can add, drop and rename columns by itself; anything else takes a new table. The larger the table,
        the longer the database is locked, and the file may grow by as much: have room on the disk, and let nobody
        wait for a write meanwhile.
        """#,
        "strict-conversion": #"""
        A table becomes `STRICT`, and holds what it was given until now: a text in an `INTEGER` column was welcome. The copy
        of its rows ends at the first such value.

        Look for them before, and mend them in a revision of its own.

        ```sql
        SELECT rowid, * FROM users WHERE typeof(age) NOT IN ('integer', 'null');
        ```
        """#,
        "autoincrement-lost": #"""
        A table is copied and loses `AUTOINCREMENT`: the number of a row that was deleted goes to a new row.

        What remembers numbers of rows outside of the database, such as a client that is offline, takes the new row for the old
        one.

        ```sql
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
        ```
        """#,
        "synced-key": #"""
        A table that devices keep in step with each other, as by CloudKit, has a key that only one device can give: numbers
        that are counted, or a `UNIQUE` that no device can look after alone.

        It is off, since only you know which tables are synced. Turn it on for them:

        ```yaml
        lint:
          tables:
            - table: "*"
              severity: {synced-key: warning}
        ```

        ```sql
        CREATE TABLE notes (id TEXT PRIMARY KEY NOT NULL DEFAULT (uuid()), text TEXT NOT NULL DEFAULT '');
        ```
        """#,
    ]
}
