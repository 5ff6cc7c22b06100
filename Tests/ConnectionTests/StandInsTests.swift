import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

/// Names of an application's that a connection knows in another's place.
@Suite struct StandInsTests {
    private func connection(_ standIns: StandIns) async throws -> SQLiteConnection {
        try await SQLiteConnection.open(.memory, mode: .create, options: .init(standIns: standIns))
    }

    @Test func aCollationComparesByteByByte() async throws {
        let connection = try await connection(StandIns(collations: ["natsort"]))
        try await connection.execute(
            """
            CREATE TABLE t (a TEXT COLLATE natsort); CREATE INDEX i ON t (a);
            INSERT INTO t VALUES ('b'), ('a'), ('A'), ('aa'), ('');
            """)
        let rows = try await connection.query("SELECT a FROM t ORDER BY a").map { $0[0].text }
        #expect(rows == ["", "A", "a", "aa", "b"])
    }

    @Test func aFunctionReturnsNull() async throws {
        let connection = try await connection(
            StandIns(functions: [.init("slug", arguments: 1), .init("any")]))
        try await connection.execute("CREATE TABLE t (a, b AS (slug(a)) STORED, CHECK (any(a, 1, 2) > 1))")
        try await connection.execute("INSERT INTO t VALUES ('x')")
        #expect(try await connection.query("SELECT b IS NULL AS n FROM t").first?.int("n") == 1)
        await #expect(throws: DatabaseError.self) { try await connection.query("SELECT slug(1, 2)") }
    }

    /// Whoever writes the settings in code can ask for what SQLite does not take.
    @Test(arguments: [3_000_000_000, 200, -7]) func whatSQLiteDoesNotTakeIsAnError(arguments: Int) async throws {
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await connection(StandIns(functions: [.init("f", arguments: arguments)]))
        }
        #expect(error?.message == "cannot register a stand-in for the function f")
    }

    @Test func missingNamesAreToldWithTheSettingThatHelps() async throws {
        let connection = try await connection(StandIns())
        for (sql, hint) in [
            ("SELECT 'a' < 'b' COLLATE natsort", "collations: [natsort]"), ("SELECT slug(1)", "functions: [slug]"),
            ("CREATE VIRTUAL TABLE v USING nobody(a)", "sqlite: extensions"),
            ("CREATE VIRTUAL TABLE v USING fts5(a, tokenize = 'nobody')", "sqlite: extensions"),
        ] {
            let error = await #expect(throws: DatabaseError.self) { try await connection.execute(SQL(raw: sql)) }
            #expect(error?.hint?.contains(hint) == true, "\(sql): \(error?.message ?? "")")
        }
    }

    @Test(arguments: [("slug/1", 1), ("slug", nil), ("slug/0", 0)] as [(String, Int?)])
    func aSettingIsANameAndANumber(text: String, arguments: Int?) {
        #expect(StandIns.Function(parsing: text) == StandIns.Function("slug", arguments: arguments))
    }

    @Test(arguments: ["", "/1", "slug/", "slug/x", "slug/128", "slug/-1"]) func whatIsNoneIsRefused(text: String) {
        #expect(StandIns.Function(parsing: text) == nil)
    }
}
