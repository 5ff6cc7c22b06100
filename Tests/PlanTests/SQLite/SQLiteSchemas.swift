/// States of a small schema, each of which must be reachable from each other.
///
/// Columns hold what the rows `(1, 'one')`, `(2, 'two')` of ``rows`` satisfy, so that every script must also run on rows.
enum SQLiteSchemas {
    static let all = [
        "CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT);",
        "CREATE TABLE page (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL DEFAULT 'none', size INT DEFAULT (1 + 2));",
        """
        CREATE TABLE Page (ID INTEGER PRIMARY KEY, Title TEXT COLLATE nocase, CHECK (length(Title) < 100));
        CREATE INDEX by_title ON Page (Title DESC) WHERE ID > 0;
        CREATE VIEW titles AS SELECT Title FROM Page;
        """,
        """
        CREATE TABLE page (
            id INTEGER, -- the number
            title TEXT,
            length INT GENERATED ALWAYS AS (length(title)) STORED,
            half AS (id / 2),
            CONSTRAINT page_key PRIMARY KEY (id), CONSTRAINT page_title UNIQUE (title)
        ) STRICT;
        """.replacing("half AS", with: "half INT AS"),
        """
        CREATE TABLE page (id INT UNIQUE, title TEXT PRIMARY KEY, added TEXT DEFAULT 'x;y') WITHOUT ROWID;
        CREATE TABLE link (page INT REFERENCES page (id) ON DELETE CASCADE, target TEXT);
        CREATE UNIQUE INDEX by_title ON link (page, lower(target));
        CREATE TRIGGER tidy AFTER DELETE ON page BEGIN DELETE FROM link WHERE target = old.title; END;
        """,
        """
        CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT, parent INT REFERENCES page (id), body TEXT DEFAULT NULL);
        CREATE TABLE link (page INT CONSTRAINT page_exists REFERENCES page DEFERRABLE INITIALLY DEFERRED);
        CREATE VIEW titles AS SELECT p.title, 'a "quoted" string' AS note FROM page p;
        CREATE VIEW upper_titles AS SELECT upper(title) AS title FROM titles;
        CREATE TRIGGER rename INSTEAD OF UPDATE ON titles BEGIN UPDATE page SET title = new.title; END;
        """,
        """
        CREATE TABLE page (title TEXT, "id" INT CHECK ("id" > 0) CHECK (id < 1000), UNIQUE (id, title) ON CONFLICT REPLACE);
        CREATE VIRTUAL TABLE search USING fts5(title, content = 'page');
        CREATE INDEX titles ON page (title COLLATE nocase);
        """,
        "CREATE TABLE other (a REFERENCES other, [b c] DEFAULT \"text\");",
        "",
    ]

    static let rows: [String] = [
        "INSERT INTO page (id, title) VALUES (1, 'one'), (2, 'two')",
        "INSERT INTO link (page) VALUES (1), (2)",
    ]
}
