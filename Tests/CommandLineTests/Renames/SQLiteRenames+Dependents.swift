extension SQLiteRenames {
    /// What is read, counted or referred to by something else under its old name.
    static let dependents: [RenameTests.Case] = [
        .init(
            name: "a STRICT table whose numbers go on, and its key",
            before: """
                CREATE TABLE note (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, size INT AS (length(body)) STORED
                ) STRICT;

                """,
            after: """
                -- autogen:renamed-from note
                CREATE TABLE remark (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- autogen:renamed-from id
                    body TEXT NOT NULL,
                    size INT AS (length(body)) STORED
                ) STRICT;

                """,
            renames: ["table note=remark", "note.id=number"],
            rows: "INSERT INTO note (body) VALUES ('a'), ('bb'); DELETE FROM note WHERE id = 2",
            old: "SELECT id, body, size, seq FROM note, sqlite_sequence WHERE name = 'note'",
            new: "SELECT number, body, size, seq FROM remark, sqlite_sequence WHERE name = 'remark'"),
        .init(
            name: "a key that its own table and another refer to",
            before: """
                CREATE TABLE node (
                    id INTEGER PRIMARY KEY, up INTEGER REFERENCES node (id) ON DELETE CASCADE, title TEXT
                );
                CREATE TABLE leaf (node INTEGER NOT NULL REFERENCES node (id), CHECK (node > 0));

                """,
            after: """
                CREATE TABLE node (
                    number INTEGER PRIMARY KEY,  -- autogen:renamed-from id
                    -- autogen:renamed-from up
                    above INTEGER REFERENCES node (number) ON DELETE CASCADE,
                    title TEXT
                );
                CREATE TABLE leaf (
                    branch INTEGER NOT NULL REFERENCES node (number),  -- autogen:renamed-from node
                    CHECK (branch > 0)
                );

                """,
            renames: ["node.id=number", "node.up=above", "column leaf.node=branch"],
            rows: "INSERT INTO node VALUES (1, NULL, 'root'), (2, 1, 'twig'); INSERT INTO leaf VALUES (2)",
            old: "SELECT n.*, l.node FROM node n LEFT JOIN leaf l ON l.node = n.id ORDER BY id",
            new: "SELECT n.*, l.branch FROM node n LEFT JOIN leaf l ON l.branch = n.number ORDER BY number"),
        .init(
            name: "a column that indexes, a view and triggers read",
            before: """
                CREATE TABLE item (id INTEGER PRIMARY KEY, cost INTEGER NOT NULL CHECK (cost >= 0), sold INTEGER);
                CREATE INDEX item_half ON item (cost / 2);
                CREATE UNIQUE INDEX item_open ON item (cost) WHERE sold IS NULL AND cost > 10;
                CREATE TABLE change (item INTEGER, was INTEGER);
                CREATE TRIGGER item_change AFTER UPDATE OF cost ON item WHEN old.cost <> new.cost BEGIN
                    INSERT INTO change VALUES (old.id, old.cost);
                END;
                CREATE VIEW offer AS SELECT id, cost FROM item WHERE sold IS NULL;

                """,
            after: """
                CREATE TABLE item (
                    id INTEGER PRIMARY KEY,
                    price INTEGER NOT NULL CHECK (price >= 0),  -- autogen:renamed-from cost
                    sold INTEGER
                );
                CREATE INDEX item_half ON item (price / 2);
                CREATE UNIQUE INDEX item_open ON item (price) WHERE sold IS NULL AND price > 10;
                CREATE TABLE change (item INTEGER, was INTEGER);
                CREATE TRIGGER item_change AFTER UPDATE OF price ON item WHEN old.price <> new.price BEGIN
                    INSERT INTO change VALUES (old.id, old.price);
                END;
                CREATE VIEW offer AS SELECT id, price FROM item WHERE sold IS NULL;

                """,
            renames: ["item.cost=price"],
            rows: "INSERT INTO item VALUES (1, 20, NULL), (2, 20, 1); UPDATE item SET cost = cost + 1",
            old:
                "SELECT i.cost, o.cost, was FROM item i LEFT JOIN offer o USING (id) LEFT JOIN change ON item = i.id",
            new:
                "SELECT i.price, o.price, was FROM item i LEFT JOIN offer o USING (id) LEFT JOIN change ON item = i.id"
        ),
        .init(
            name: "a column of a full-text index's content",
            before: """
                CREATE TABLE doc (id INTEGER PRIMARY KEY, txt TEXT);
                CREATE VIRTUAL TABLE search USING fts5(txt, content='doc', content_rowid='id');
                CREATE TRIGGER doc_in AFTER INSERT ON doc BEGIN
                    INSERT INTO search (rowid, txt) VALUES (new.id, new.txt);
                END;

                """,
            after: """
                CREATE TABLE doc (
                    id INTEGER PRIMARY KEY,
                    words TEXT  -- autogen:renamed-from txt
                );
                CREATE VIRTUAL TABLE search USING fts5(words, content='doc', content_rowid='id');
                CREATE TRIGGER doc_in AFTER INSERT ON doc BEGIN
                    INSERT INTO search (rowid, words) VALUES (new.id, new.words);
                END;

                """,
            renames: ["doc.txt=words"], rows: "INSERT INTO doc VALUES (1, 'fox'), (2, 'dog')",
            old: "SELECT rowid, txt FROM search WHERE search MATCH 'fox'",
            new: "SELECT rowid, words FROM search WHERE search MATCH 'fox'", drops: ["search"],
            downgrade: ["--drop", "search"]),
    ]
}
