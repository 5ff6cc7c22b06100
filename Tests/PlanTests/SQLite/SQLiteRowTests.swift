import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

@Suite struct SQLiteRowTests {
    private func rows(_ sql: SQL, _ connection: SQLiteConnection) async throws -> [String] {
        try await connection.query(sql).map { row in
            row.columns.indices.map { row[$0].text ?? "NULL" }.joined(separator: " ")
        }
    }

    private func migrate(_ connection: SQLiteConnection, to target: String) async throws {
        let plan = try await SQLiteFixture.plan(from: connection, to: SQLiteFixture.connection(target))
        try await connection.execute(SQL(raw: SQLiteFixture.text(of: plan)))
    }

    /// A shell goes on after an error: each statement runs, whatever became of those before.
    private func runOnAfterErrors(_ plan: Plan, on connection: SQLiteConnection) async -> Int {
        var errors = 0
        for statement in plan.framed {
            do { try await connection.execute(statement.sql) } catch { errors += 1 }
        }
        return errors
    }

    @Test(arguments: [
        "CREATE TABLE a (x NOT NULL); CREATE TABLE b (y UNIQUE);",
        "CREATE TABLE a (x INT) STRICT; CREATE TABLE b (y UNIQUE);",
        "CREATE TABLE a (x, z AS (json(x)) STORED); CREATE TABLE b (y UNIQUE);",
        "CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (y UNIQUE);",
        "CREATE TABLE a (x, z NOT NULL); CREATE TABLE b (y UNIQUE);",
        "CREATE TABLE a (x UNIQUE ON CONFLICT REPLACE); CREATE TABLE b (y NOT NULL ON CONFLICT IGNORE);",
    ])
    func losesNoRowWhenAShellGoesOn(target: String) async throws {
        let connection = try await SQLiteFixture.connection(
            """
            CREATE TABLE a (x); INSERT INTO a VALUES (1), (NULL), ('{'), (1);
            CREATE TABLE b (y); INSERT INTO b VALUES (7), (7), (NULL);
            """)
        let plan = try await SQLiteFixture.plan(from: connection, to: SQLiteFixture.connection(target))
        #expect(await runOnAfterErrors(plan, on: connection) > 0)
        #expect(try await rows("SELECT x FROM a", connection) == ["1", "NULL", "{", "1"])
        #expect(try await rows("SELECT y FROM b", connection) == ["7", "7", "NULL"])
    }

    @Test func keepsReferringRowsWhileForeignKeysAreOn() async throws {
        let connection = try await SQLiteFixture.connection(
            """
            PRAGMA foreign_keys = ON;
            CREATE TABLE parent (id INTEGER PRIMARY KEY, n);
            CREATE TABLE child (p REFERENCES parent ON DELETE CASCADE);
            INSERT INTO parent VALUES (1, 'a'), (2, 'b'); INSERT INTO child VALUES (1), (2), (2);
            """)
        try await migrate(
            connection,
            to: """
                CREATE TABLE parent (id INTEGER PRIMARY KEY, n UNIQUE);
                CREATE TABLE child (p REFERENCES parent ON DELETE CASCADE);
                """)
        #expect(try await SQLiteFixture.count("child", in: connection) == 3)
        try await connection.execute("DELETE FROM parent WHERE id = 2")
        #expect(try await SQLiteFixture.count("child", in: connection) == 1)
    }

    @Test func keepsRowidsAndCounters() async throws {
        let connection = try await SQLiteFixture.connection(
            """
            CREATE TABLE a (x); INSERT INTO a (rowid, x) VALUES (10, 'ten'), (20, 'twenty');
            CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT, y); INSERT INTO b VALUES (99, 0); DELETE FROM b;
            """)
        try await migrate(
            connection,
            to: "CREATE TABLE a (x TEXT); CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT, y INT);")
        try await connection.execute("INSERT INTO b (y) VALUES (1)")
        #expect(try await rows("SELECT rowid, x FROM a", connection) == ["10 ten", "20 twenty"])
        #expect(try await rows("SELECT id FROM b", connection) == ["100"])
    }

    @Test func fillsNullsWithTheDefault() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE a (x, y, z); INSERT INTO a VALUES (NULL, NULL, NULL), (1, 2, 3);")
        try await migrate(
            connection,
            to: "CREATE TABLE a (x NOT NULL DEFAULT 5, y NOT NULL DEFAULT word, z NOT NULL DEFAULT (1 + 1));")
        #expect(try await rows("SELECT * FROM a", connection) == ["5 word 2", "1 2 3"])
    }

    @Test func keepsValuesWhenNamesChangeInCase() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE Users (Name); INSERT INTO Users VALUES ('ada');")
        try await migrate(connection, to: "CREATE TABLE users (name);")
        #expect(try await rows("SELECT name FROM users", connection) == ["ada"])
    }

    /// What nobody decided is refused on rows and nothing is invented; on an empty table it works.
    @Test func inventsNothing() async throws {
        let target = "CREATE TABLE t (a NOT NULL, b TEXT NOT NULL, c DEFAULT 'd' NOT NULL);"
        let empty = try await SQLiteFixture.connection("CREATE TABLE t (a, c, gone);")
        try await migrate(empty, to: target)
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE t (a, c, gone); INSERT INTO t VALUES (1, NULL, 'x y'), (NULL, 2, 'z w');")
        await #expect(throws: (any Error).self) { try await migrate(connection, to: target) }
        try? await connection.execute("ROLLBACK")
        #expect(try await SQLiteFixture.count("t", in: connection) == 2)
    }

    @Test func givesWhatWasDecided() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE t (a, c, gone); INSERT INTO t VALUES (1, NULL, 'xy'), (NULL, 2, 'zzw');")
        var decisions = Decisions()
        decisions.fills[ObjectID(.column, "main", "t", "a")] = Fill(expression: "7 -- seven", dependsOnRow: false)
        decisions.fills[ObjectID(.column, "main", "t", "b")] = Fill(expression: "length(gone)", dependsOnRow: true)
        let plan = try await SQLiteFixture.plan(
            from: connection,
            to: SQLiteFixture.connection("CREATE TABLE t (a NOT NULL, b TEXT NOT NULL, c DEFAULT 'd' NOT NULL);"),
            decisions: decisions)
        try await connection.execute(SQL(raw: SQLiteFixture.text(of: plan)))
        #expect(try await rows("SELECT a, b, c FROM t", connection) == ["1 2 d", "7 3 2"])
        #expect(
            Set(plan.hazards.filter { $0.kind == .fill || $0.kind == .dataLoss }) == [
                .fill(ObjectID(.column, "main", "t", "a"), "rows in which it is NULL get 7 -- seven"),
                .fill(ObjectID(.column, "main", "t", "b"), "rows get length(gone)"),
                .fill(ObjectID(.column, "main", "t", "c"), "rows in which it is NULL get the default 'd'"),
                .dataLoss(ObjectID(.column, "main", "t", "gone"), "drops the column with its values"),
            ])
    }
}
