import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Synchronization
import Testing

@Suite struct PostgresQueryTests {
    @Test func valuesAreTextOrNull() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query(
            "SELECT 1 AS a, NULL AS b, true AS c, '' AS d, 'ü€😀' AS e, ARRAY['x', NULL] AS f, 1.50::numeric AS g")
        #expect(rows.columns == ["a", "b", "c", "d", "e", "f", "g"])
        let row = try #require(rows.first)
        #expect(try row.int("a") == 1)
        #expect(row[1] == .null)
        #expect(try row.bool("c"))
        #expect(try row.string("d") == "")
        #expect(try row.string("e") == "ü€😀")
        #expect(row[5] == .text("{x,NULL}"))
        #expect(row[6] == .text("1.50"))
        await connection.close()
    }

    @Test func severalRowsAndNone() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query("SELECT n FROM generate_series(1, 3) n")
        #expect(try rows.map { row in try row.int("n") } == [1, 2, 3])
        let none = try await connection.query("SELECT 1 AS n WHERE false")
        #expect(none.columns == ["n"] && none.isEmpty)
        let empty = try await connection.query("")
        #expect(empty.isEmpty)
    }

    @Test func serverVersionIsTheServersOwn() async throws {
        let connection = try await TestServer.connect()
        let number = try #require(try await connection.query("SHOW server_version_num").first).int("server_version_num")
        let version = try await connection.serverVersion()
        #expect(version.major == number / 10000 && version.minor == number % 10000)
    }

    @Test func applicationNameAndEncoding() async throws {
        let connection = try await TestServer.connect()
        #expect(try await connection.query("SHOW application_name").first?.string("application_name") == "autogen")
        #expect(try await connection.query("SHOW client_encoding").first?.string("client_encoding") == "UTF8")
        let url = try DatabaseURL("postgresql:///postgres?application_name=mine")
        let other = try await PostgresConnection.open(url)
        #expect(try await other.query("SHOW application_name").first?.string("application_name") == "mine")
    }

    @Test func replacedDatabaseIsConnectedTo() async throws {
        for text in ["postgresql:///postgres?application_name=x", "postgresql://", "dbname=postgres"] {
            let url = try DatabaseURL(text).replacing(database: "template1")
            let connection = try await PostgresConnection.open(url)
            let rows = try await connection.query("SELECT current_database() AS name")
            #expect(try rows.first?.string("name") == "template1", "\(text)")
            await connection.close()
        }
    }

    @Test func errorsCarryAllFields() async throws {
        let connection = try await TestServer.connect()
        let syntax = try await failure { try await connection.query("SELECT 'ü', FROM x") }
        #expect(syntax.reason == .statement && syntax.code == "42601" && syntax.position == 13)
        let column = try await failure { try await connection.query("SELECT relnam FROM pg_class") }
        #expect(column.code == "42703" && column.position == 8)
        #expect(column.hint?.hasPrefix("Perhaps you meant to reference the column \"pg_class.relname\"") == true)
        try await connection.execute("CREATE TEMP TABLE u (id integer PRIMARY KEY); INSERT INTO u VALUES (1)")
        let unique = try await failure { try await connection.query("INSERT INTO u VALUES (1)") }
        #expect(unique.code == "23505" && unique.detail == "Key (id)=(1) already exists.")
        let context = try await failure {
            try await connection.execute("DO $$ BEGIN EXECUTE 'SELEC 1'; END $$")
        }
        #expect(context.code == "42601" && context.context?.contains("internal query: SELEC 1") == true)
        #expect(context.context?.contains("PL/pgSQL function inline_code_block line 1") == true)
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }

    @Test func queryRefusesASecondStatement() async throws {
        let connection = try await TestServer.connect()
        let error = try await failure { try await connection.query("SELECT 1; SELECT 2") }
        #expect(error.reason == .statement && error.code == "42601")
    }

    @Test func textWithNULIsRefused() async throws {
        let connection = try await TestServer.connect()
        let error = try await failure { try await connection.execute("SELECT 1; \0 DROP TABLE x") }
        #expect(error.reason == .statement && error.position == 11)
    }

    @Test func scriptStopsAtTheFirstErrorAndTellsItsPlace() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute("CREATE TEMP TABLE s (id integer); SELECT * FROM s; INSERT INTO s VALUES (1), (2)")
        #expect(try await connection.query("SELECT count(*) AS n FROM s").first?.int("n") == 2)
        let error = try await failure {
            try await connection.execute("DELETE FROM s;\nSELECT nothing FROM s;\nSELECT 1")
        }
        #expect(error.code == "42703" && error.position == 23)
        #expect(try await connection.query("SELECT count(*) AS n FROM s").first?.int("n") == 2, "one transaction")
    }

    @Test func batchAnswersInOrderAndFailsAsOne() async throws {
        let connection = try await TestServer.connect()
        let queries = (0..<300).map { number -> SQL in "SELECT \(number) AS n, repeat('x', \(number)) AS x" }
        let results = try await connection.batch(queries)
        #expect(try results.map { rows in try #require(rows.first).int("n") } == Array(0..<300))
        let error = try await failure { try await connection.batch(["SELECT 1", "SELECT nothing", "SELECT 2"]) }
        #expect(error.code == "42703" && error.position == 8)
        #expect(try await connection.batch([]).isEmpty)
        #expect(try await connection.batch(["SELECT 1 AS n", ""]).count == 2)
        #expect(try await connection.query("SELECT 3 AS n").first?.int("n") == 3)
    }

    @Test func aBatchLargerThanTheSocketsBuffers() async throws {
        let connection = try await TestServer.connect()
        let text = String(repeating: "ü", count: 50_000)
        let results = try await connection.batch((0..<100).map { _ in "SELECT \(literal: text) AS t" })
        #expect(results.count == 100)
        #expect(try results.allSatisfy { rows in try rows.first?.string("t") == text })
    }

    @Test func concurrentCallersGetTheirOwnAnswers() async throws {
        let connection = try await TestServer.connect()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    switch number % 3 {
                    case 0: return try await connection.query("SELECT \(number) AS n").first?.int("n") == number
                    case 1:
                        let results = try await connection.batch(["SELECT \(number) AS n", "SELECT \(-number) AS n"])
                        return try results.map { rows in try rows.first?.int("n") } == [number, -number]
                    default:
                        let error = try await failure { try await connection.execute("SELECT 1; SELECT x\(number)") }
                        return error.message == "column \"x\(number)\" does not exist"
                    }
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func copyNeitherHangsNorBreaksTheConnection() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            "COPY (SELECT repeat('x', 100) FROM generate_series(1, 50000)) TO STDOUT; SELECT 1")
        try await connection.execute("CREATE TEMP TABLE c (t text)")
        let error = try await failure { try await connection.execute("COPY c FROM STDIN") }
        #expect(error.code == "57014" && error.reason == .statement)
        #expect(try await connection.query("SELECT count(*) AS n FROM c").first?.int("n") == 0)
    }

    @Test func noticesGoToTheCallback() async throws {
        let notices = Mutex<[PostgresNotice]>([])
        let connection = try await TestServer.connect(
            PostgresOptions(onNotice: { notice in notices.withLock { $0.append(notice) } }))
        try await connection.execute("DROP TABLE IF EXISTS no_such_table")
        let received = notices.withLock { $0 }
        #expect(received.map(\.message) == ["table \"no_such_table\" does not exist, skipping"])
        #expect(received.map(\.severity) == ["NOTICE"])
    }
}
