import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@Suite struct SQLiteQueryTests {
    @Test func valuesKeepTheirStorageClass() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let rows = try await connection.query(
            "SELECT 1 AS a, 1.5 AS b, 'ü€😀' AS c, x'00ff' AS d, NULL AS e, '' AS f, x'' AS g, 9223372036854775807 AS h")
        let row = try #require(rows.first)
        #expect(rows.columns == ["a", "b", "c", "d", "e", "f", "g", "h"])
        let expected: [Value] = [
            .integer(1), .real(1.5), .text("ü€😀"), .blob([0, 255]), .null, .text(""), .blob([]), .integer(.max),
        ]
        #expect((0..<8).map { row[$0] } == expected)
    }

    @Test func serverVersionIsTheLibrarysOwn() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let version = try await connection.serverVersion()
        #expect(try await connection.query("SELECT sqlite_version() AS v").first?.string("v") == "\(version)")
    }

    @Test func scriptsRunToTheEnd() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        try await connection.execute(
            """
            -- a comment; with a semicolon
            CREATE TABLE t (id integer);
            CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t WHERE id = 0; SELECT 1; END;
            INSERT INTO t VALUES (0), (1); ;
            SELECT * FROM t /* the end; */
            """)
        #expect(try await connection.query("SELECT id FROM t").map { row in try row.int("id") } == [1])
        try await connection.execute("")
        try await connection.execute(" -- nothing")
    }

    @Test func errorsCarryNameAndPlace() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let script: SQL = "CREATE TABLE u (id integer UNIQUE); -- ü€😀\nSELECT missing FROM u;"
        let column = try await failure { try await connection.execute(script) }
        #expect(column.reason == .statement && column.code == "SQLITE_ERROR")
        #expect(column.message == "no such column: missing")
        #expect(column.position == 51)
        let syntax = try await failure { try await connection.query("SELEC 1") }
        #expect(syntax.position == 1 && syntax.message == "near \"SELEC\": syntax error")
        let unique = try await failure {
            try await connection.execute("INSERT INTO u VALUES (1);\n/* again */ INSERT INTO u VALUES (1)")
        }
        #expect(unique.code == "SQLITE_CONSTRAINT_UNIQUE" && unique.position == 39)
        #expect(unique.message == "UNIQUE constraint failed: u.id")
    }

    @Test(arguments: [
        ("INSERT INTO c VALUES (NULL, 1, 1)", "SQLITE_CONSTRAINT_NOTNULL"),
        ("INSERT INTO c VALUES (1, -1, 1)", "SQLITE_CONSTRAINT_CHECK"),
        ("INSERT INTO c VALUES (1, 1, 7)", "SQLITE_CONSTRAINT_FOREIGNKEY"),
        ("INSERT INTO c VALUES (0, 1, NULL)", "SQLITE_CONSTRAINT_PRIMARYKEY"),
        ("INSERT INTO s VALUES ('text')", "SQLITE_CONSTRAINT_DATATYPE"),
    ]) func constraintNames(statement: String, code: String) async throws {
        let connection = try await SQLiteConnection.open(.memory)
        try await connection.execute(
            """
            PRAGMA foreign_keys = on;
            CREATE TABLE c (a TEXT NOT NULL PRIMARY KEY, b integer CHECK (b > 0), c TEXT REFERENCES c (a));
            CREATE TABLE s (n integer) STRICT;
            INSERT INTO c VALUES (0, 1, NULL);
            """)
        #expect(try await failure { try await connection.execute(SQL(raw: statement)) }.code == code)
    }

    @Test func queryIsOneStatement() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let error = try await failure { try await connection.query("SELECT 'ü'; CREATE TABLE t (id)") }
        #expect(error.reason == .statement && error.message == "a query must be one statement" && error.position == 13)
        #expect(try await connection.query("SELECT 1 AS n; -- the end\n;").first?.int("n") == 1)
        #expect(try await connection.query("-- nothing").isEmpty)
        #expect(try await connection.query("SELECT name FROM sqlite_schema").isEmpty)
    }

    @Test func batchAnswersInOrder() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let results = try await connection.batch((0..<50).map { "SELECT \($0) AS n" })
        #expect(try results.map { rows in try #require(rows.first).int("n") } == Array(0..<50))
    }

    @Test func concurrentCallersGetTheirOwnAnswers() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { try await connection.query("SELECT \(number) AS n").first?.int("n") == number }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func aHundredMegabytes() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let rows = try await connection.query(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            SELECT i, printf('%01024d', i) AS t FROM n
            """)
        #expect(rows.count == 100_000)
        let last = try #require(rows.last)
        #expect(try last.string("t").utf8.count == 1024 && last.string("t").hasSuffix("100000"))
    }

    @Test func nulIsRefused() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        #expect(try await failure { try await connection.execute("SELECT 1;\0") }.position == 10)
    }
}
