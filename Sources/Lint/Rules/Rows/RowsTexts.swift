extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let rows: [String: String] = [
        "undecided-fill": #"""
        A column that must have a value comes to a table, and nothing says which value the rows get: the statement fails as
        soon as the table holds one row.

        That nothing failed so far is because the scratch database is empty. Say what the rows get: by a default, by
        `autogen revision --fill`, or in steps.

        ```sql
        ALTER TABLE orders ADD COLUMN channel text;
        UPDATE orders SET channel = 'web';  -- of a long table in batches, in a revision of its own
        ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
        ```
        """#,
        "rows-may-refuse": #"""
        A new key, check or `NOT NULL` is tried on rows that are there, and the script fails where one of them breaks it.

        `autogen upgrade` asks the rows before it runs anything (`preflight`), so this is for who wants to know when the script
        is written. On SQLite a column takes no NULL any more only by a copy of its table, which fails likewise.
        """#,
        "truncate-cascades": #"""
        `TRUNCATE ... CASCADE` empties whatever refers to the table, and what refers to that, whether it is named
        or not.

        Name the tables that are to be empty.
        """#,
        "checks-switched-off": #"""
        Triggers, checks and foreign keys are switched off: rows come in that nothing has looked at.

        `DISABLE TRIGGER` takes SHARE ROW EXCLUSIVE and holds for everybody until it is switched on again, also where the
        script fails on its way; `session_replication_role` and SQLite's `ignore_check_constraints` hold for the session.
        Write the statement so that the checks may run.
        """#,
        "lost-with-copy": #"""
        A table is made anew under its name, and what hung on the old one is gone: triggers, indexes, policies.

        Copying the rows does not bring them along. Make them again behind the copy; what is meant to go is dropped by its
        name, so that a reader sees it.

        ```sql
        CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO users_new SELECT id, name FROM users;
        DROP TABLE users;
        ALTER TABLE users_new RENAME TO users;
        CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN SELECT 1; END;
        ```
        """#,
        "sequence-restarted": #"""
        A sequence begins again: it may give numbers that rows have already.

        ```sql
        SELECT setval('orders_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM orders), false);
        ```
        """#,
        "autovacuum-off": #"""
        Autovacuum is switched off for a table: dead rows stay, the table grows, and plans are made from old counts.

        Where it runs at the wrong time, make it gentler instead of switching it off.

        ```sql
        ALTER TABLE events SET (autovacuum_vacuum_cost_delay = 20, autovacuum_vacuum_scale_factor = 0.01);
        ```
        """#,
        "replica-identity-changed": #"""
        A table tells its subscribers otherwise which row is meant.

        With `NOTHING`, a published table takes no `UPDATE` and no `DELETE` any more. With `FULL`, every change carries the
        whole old row, and each subscriber looks for it in all of its rows. A key, or a unique index over columns that are
        `NOT NULL`, does neither.

        ```sql
        ALTER TABLE users REPLICA IDENTITY USING INDEX users_email_key;
        ```
        """#,
    ]
}
