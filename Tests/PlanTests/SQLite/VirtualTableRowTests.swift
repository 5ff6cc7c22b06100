import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

/// What search finds, and what is told of it, once a full-text table or what it indexes has changed.
@Suite struct VirtualTableRowTests {
    private static let note = "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, body TEXT);\n"
    private static let index =
        "CREATE VIRTUAL TABLE note_text USING fts5(title, body, content='note', content_rowid='id');\n"
    private static let rows = "INSERT INTO note VALUES (3, 'running home', 'the river'), (7, 'sleep', 'a river bed');\n"

    private func migrate(_ connection: SQLiteConnection, to target: String) async throws -> Plan {
        let target = try await SQLiteFixture.connection(target)
        let plan = try await SQLiteFixture.plan(from: connection, to: target)
        try await connection.execute(SQL(raw: SQLiteFixture.text(of: plan)))
        #expect(try await SQLiteFixture.plan(from: connection, to: target).isEmpty)
        return plan
    }

    private func found(_ query: SQL, _ connection: SQLiteConnection) async throws -> [String] {
        try await connection.query(query).map { row in
            row.columns.indices.map { row[$0].text ?? "NULL" }.joined(separator: " ")
        }
    }

    @Test(arguments: [
        (
            "CREATE VIRTUAL TABLE t USING fts5(a, b);",
            "CREATE VIRTUAL TABLE t USING fts5(b, a, tokenize = 'porter unicode61', prefix = '2');"
        ),
        ("CREATE VIRTUAL TABLE t USING fts4(a, b, tokenize=porter);", "CREATE VIRTUAL TABLE t USING fts5(a, b);"),
        ("CREATE VIRTUAL TABLE t USING fts3(a, b, tokenize porter);", "CREATE VIRTUAL TABLE t USING fts4(a, b);"),
        ("CREATE VIRTUAL TABLE t USING fts5(a, b, c);", "CREATE VIRTUAL TABLE t USING fts5(a, b UNINDEXED, d);"),
        ("CREATE VIRTUAL TABLE t USING fts5(a, b);", "CREATE VIRTUAL TABLE t USING fts5(a, b, columnsize = 0);"),
    ])
    func `rows of its own stay, by their rowid`(from: String, to: String) async throws {
        let connection = try await SQLiteFixture.connection(
            from + "INSERT INTO t (rowid, a, b) VALUES (3, 'walk', 'x'), (9, 'talk', 'y');")
        let plan = try await migrate(connection, to: to)
        #expect(try await found("SELECT rowid, a, b FROM t ORDER BY rowid", connection) == ["3 walk x", "9 talk y"])
        #expect(try await found("SELECT rowid FROM t WHERE t MATCH 'talk'", connection) == ["9"])
        let losses = plan.hazards.filter { $0.kind == .dataLoss }.map(\.message)
        #expect(losses == (from.contains(", c)") ? ["drops its column c with its values"] : []))
    }

    /// The texts are gone, which the script says; what was indexed is found still.
    @Test(arguments: ["fts5(a, content='')", "fts5(a, content='', columnsize=0)", "fts4(a, content='')"])
    func `an index that no longer keeps its texts finds them`(declaration: String) async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE VIRTUAL TABLE t USING fts5(a); INSERT INTO t (rowid, a) VALUES (3, 'walk'), (9, 'talk');")
        let plan = try await migrate(connection, to: "CREATE VIRTUAL TABLE t USING \(declaration);")
        #expect(try await found("SELECT rowid FROM t WHERE t MATCH 'talk'", connection) == ["9"])
        #expect(
            plan.hazards.filter { $0.kind == .dataLoss }.map(\.message) == [
                "keeps the index of its texts, and not the texts"
            ])
    }

    @Test func `texts of another table are nobody's loss`() async throws {
        let connection = try await SQLiteFixture.connection(
            Self.note + Self.index + Self.rows + "INSERT INTO note_text (note_text) VALUES ('rebuild');")
        let plan = try await migrate(connection, to: Self.note + "CREATE VIRTUAL TABLE note_text USING fts5(title);")
        #expect(
            try await found("SELECT rowid, title FROM note_text WHERE note_text MATCH 'sleep'", connection) == [
                "7 sleep"
            ])
        #expect(!plan.hazards.contains { $0.kind == .dataLoss })
    }

    @Test func `what can't be read is not copied, and that is told of`() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);" + Self.index)
        let plan = try await migrate(
            connection,
            to: "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);"
                + "CREATE VIRTUAL TABLE note_text USING fts5(title, body);")
        #expect(
            plan.hazards.filter { $0.kind == .byHand }.map(\.message) == [
                "begins without rows: those that its old index read are not its own"
            ])
    }

    @Test func `boxes of another form stay`() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE VIRTUAL TABLE place USING rtree(id, low, high); INSERT INTO place VALUES (1, 5.5, 6);")
        let renamed = try await migrate(connection, to: "CREATE VIRTUAL TABLE place USING rtree(id, low, top);")
        #expect(try await found("SELECT * FROM place", connection) == ["1 5.5 6.0"])
        #expect(renamed.hazards.map(\.kind) == [.rewrite])
        let rounded = try await migrate(connection, to: "CREATE VIRTUAL TABLE place USING rtree_i32(id, low, top);")
        #expect(rounded.hazards.map(\.message).contains("rounds its coordinates to whole numbers"))
        _ = try await migrate(connection, to: "CREATE VIRTUAL TABLE place USING rtree(id, low, top, near, far);")
        #expect(try await found("SELECT near, far FROM place", connection) == ["0.0 0.0"])
    }

    @Test func `coordinates keep their names`() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE VIRTUAL TABLE place USING rtree(id, west, east, south, north); INSERT INTO place VALUES (1, 1, 2, 50, 60);"
        )
        _ = try await migrate(connection, to: "CREATE VIRTUAL TABLE place USING rtree(id, south, north, west, east);")
        #expect(try await found("SELECT west, east, south, north FROM place", connection) == ["1.0 2.0 50.0 60.0"])
        _ = try await migrate(
            connection, to: "CREATE VIRTUAL TABLE place USING rtree(id, low, high, south, north, west, east);")
        #expect(try await found("SELECT west, east, south, north FROM place", connection) == ["1.0 2.0 50.0 60.0"])
    }

    /// FTS3 has no settings: its columns may be called like those of the others.
    @Test func `a column called content is one`() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE VIRTUAL TABLE t USING fts3(a, content=x); INSERT INTO t (a, content) VALUES ('walk', 'far');")
        _ = try await migrate(connection, to: "CREATE VIRTUAL TABLE t USING fts4(a, content, b);")
        #expect(try await found("SELECT a, content FROM t", connection) == ["walk far"])
    }

    @Test func `boxes stay`() async throws {
        let connection = try await SQLiteFixture.connection(
            """
            CREATE VIRTUAL TABLE place USING rtree(id, west, east, +label TEXT);
            INSERT INTO place VALUES (4, 1, 2, 'home'), (5, 3, 4, 'work');
            """)
        let plan = try await migrate(
            connection, to: "CREATE VIRTUAL TABLE place USING rtree(key, west, east, +label TEXT, +note TEXT);")
        #expect(
            try await found("SELECT key, west, label, note FROM place WHERE east < 3", connection) == [
                "4 1.0 home NULL"
            ])
        #expect(plan.hazards.map(\.kind) == [.rewrite])
    }

    @Test(arguments: [
        ("", note + index), (note + rows, note + index),
        ("CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);\n", note + index),
        (note + index + rows, note + index.replacing("content_rowid", with: "tokenize='porter', content_rowid")),
        (note + "CREATE VIRTUAL TABLE note_text USING fts5(title);\n" + rows, note + index),
        (note + index + rows, note.replacing("body TEXT", with: "body INT") + index),
        (
            note + index + "INSERT INTO note VALUES (3, 'a', NULL);",
            note.replacing("body TEXT", with: "body TEXT NOT NULL DEFAULT 'none'") + index
        ),
        (
            "CREATE TABLE note (id INTEGER, title TEXT, body TEXT);"
                + index.replacing(", content_rowid='id'", with: "") + "INSERT INTO note VALUES (10, 'a', 'b');",
            note + index.replacing(", content_rowid='id'", with: "")
        ),
        (
            "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, body ANY) STRICT;" + index
                + "INSERT INTO note VALUES (3, 'a', '007');",
            "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, body ANY);" + index
        ),
        (
            note + "CREATE VIEW v AS SELECT id, title, body FROM note;\n"
                + index.replacing("content='note'", with: "content='v'") + "INSERT INTO note VALUES (3, 'a', '007');",
            note.replacing("body TEXT", with: "body INT") + "CREATE VIEW v AS SELECT id, title, body FROM note;\n"
                + index.replacing("content='note'", with: "content='v'")
        ),
        (
            note + rows,
            note + "CREATE VIEW v AS SELECT id, upper(title) AS title, body FROM note;\n"
                + index.replacing("content='note'", with: "content='v'")
        ),
        (
            note + "CREATE VIEW v AS SELECT id, title, body FROM note;\n"
                + index.replacing("content='note'", with: "content='v'") + rows,
            note + "CREATE VIEW v AS SELECT id, title || ' again' AS title, body FROM note;\n"
                + index.replacing("content='note'", with: "content='v'")
        ),
    ])
    func `an index over another table's rows knows them`(from: String, to: String) async throws {
        let connection = try await SQLiteFixture.connection(from)
        if from.contains("note_text"), from.contains("INSERT"), from.contains("content=") {
            try await connection.execute("INSERT INTO note_text (note_text) VALUES ('rebuild')")
        }
        _ = try await migrate(connection, to: to)
        // Compares the index with the rows; a difference is an error.
        try await connection.execute("INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)")
        let count = try await SQLiteFixture.count("note", in: connection)
        #expect(try await SQLiteFixture.count("note_text_docsize", in: connection) == count)
    }

    @Test func `an index without content begins empty, and says so`() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE VIRTUAL TABLE t USING fts5(a, content=''); INSERT INTO t (rowid, a) VALUES (1, 'x');")
        let plan = try await migrate(connection, to: "CREATE VIRTUAL TABLE t USING fts5(a, content='', prefix='2');")
        #expect(plan.hazards.map(\.message) == ["drops the virtual table with its data"])
    }

    @Test(arguments: [
        ("CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);\n", "note.body"),
        ("CREATE TABLE note (number INTEGER PRIMARY KEY, title TEXT, body TEXT);\n", "note.id"),
    ])
    func `a column that search needs is missed`(table: String, column: String) async throws {
        let connection = try await SQLiteFixture.connection(Self.note + Self.index + Self.rows)
        let plan = try await migrate(connection, to: table + Self.index)
        let told = plan.hazards.filter { $0.kind == .byHand }
        #expect(told.map(\.message) == ["is left unreadable: no such column: \(column)"])
    }

    /// FTS4 takes the columns of the table that it indexes where it names none.
    @Test func `an index over all columns knows them`() async throws {
        let index = "CREATE VIRTUAL TABLE t USING fts4(content=\"note\");"
        let connection = try await SQLiteFixture.connection(
            Self.note + index + "INSERT INTO note VALUES (3, 'a', '007'); INSERT INTO t (t) VALUES ('rebuild');")
        _ = try await migrate(connection, to: Self.note.replacing("body TEXT", with: "body INT") + index)
        try await connection.execute("INSERT INTO t (t) VALUES ('integrity-check')")
        #expect(try await found("SELECT docid FROM t WHERE t MATCH '7'", connection) == ["3"])
    }
}
