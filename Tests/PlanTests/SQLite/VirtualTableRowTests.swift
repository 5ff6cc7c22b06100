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

    @Test func `a column that search needs is missed`() async throws {
        let connection = try await SQLiteFixture.connection(Self.note + Self.index + Self.rows)
        let plan = try await migrate(
            connection, to: "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);\n" + Self.index)
        let told = plan.hazards.filter { $0.kind == .byHand }
        #expect(told.map(\.message) == ["is left unreadable: no such column: note.body"])
    }
}
