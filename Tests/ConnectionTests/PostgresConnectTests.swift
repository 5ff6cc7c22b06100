import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite struct PostgresConnectTests {
    @Test func noServer() async throws {
        let url = try DatabaseURL("postgresql://ada:s3cret@/shop?host=/nowhere")
        let error = try await failure { try await PostgresConnection.open(url) }
        #expect(error.reason == .connection)
        #expect(
            error.message.hasPrefix(
                "cannot connect to postgresql://ada:***@/shop?host=/nowhere: connection to server on socket"))
        #expect(error.message.contains("failed: No such file or directory"))
    }

    @Test func unknownHost() async throws {
        let url = try DatabaseURL("host=no-such-host.invalid password=s3cret")
        let error = try await failure { try await PostgresConnection.open(url) }
        #expect(error.reason == .connection && error.message.contains("could not translate host name"))
        #expect(!"\(error)".contains("s3cret"))
    }

    @Test func unknownSettingIsNamed() async throws {
        let error = try await failure {
            try await PostgresConnection.open(DatabaseURL("postgresql://ada:s3cret@h/d?sslmod=require"))
        }
        #expect(error.reason == .connection && error.message.contains("invalid URI query parameter: \"sslmod\""))
        #expect(!"\(error)".contains("s3cret"))
    }

    @Test func unknownDatabase() async throws {
        let url = try TestServer.url().replacing(database: "no such database")
        let error = try await failure { try await PostgresConnection.open(url) }
        #expect(error.reason == .connection)
        #expect(error.message.hasSuffix("FATAL:  database \"no such database\" does not exist"))
    }

    @Test func refusedPasswordIsNotPrinted() async throws {
        let server = try FakeServer(.refusesPassword)
        let error = try await failure { try await PostgresConnection.open(server.url("ada:s3cret")) }
        #expect(error.reason == .connection)
        #expect(error.message.hasSuffix("FATAL:  password authentication failed for user \"ada\""))
        #expect(!"\(error)".contains("s3cret") && "\(error)".contains("ada:***@127.0.0.1"))
    }

    @Test func missingPasswordIsAskedFor() async throws {
        let server = try FakeServer(.refusesPassword)
        let error = try await failure {
            try await PostgresConnection.open(server.url("ada", parameters: "&passfile=/nowhere"))
        }
        #expect(error.hint == "give a password in the URL, PGPASSWORD or ~/.pgpass")
    }

    @Test(arguments: [true, false]) func aSilentServerTimesOut(byURL: Bool) async throws {
        let server = try FakeServer(.silent)
        let url = try server.url("ada", parameters: byURL ? "&connect_timeout=1" : "")
        let options = PostgresOptions(connectTimeout: byURL ? nil : .milliseconds(300))
        let time = try await duration {
            let error = try await failure { try await PostgresConnection.open(url, options: options) }
            #expect(error.reason == .timeout)
        }
        #expect(time >= (byURL ? .seconds(1) : .milliseconds(300)) && time < soon, "\(time)")
    }

    @Test func connectingCanBeCancelled() async throws {
        let server = try FakeServer(.silent)
        let url = try server.url("ada")
        let task = Task { try await failure { try await PostgresConnection.open(url) } }
        try await Task.sleep(for: .milliseconds(100))
        let time = try await duration {
            task.cancel()
            let error = try await task.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
    }

    @Test func theNextHostIsTriedWhenOneRefuses() async throws {
        let environment = try #require(try await TestServer.connect().query("SHOW unix_socket_directories").first)
        let folder = try environment.string("unix_socket_directories")
        let url = try DatabaseURL("host=/nowhere,127.0.0.1,\(folder) port=1,1,5432 dbname=postgres")
        let connection = try await PostgresConnection.open(url)
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }

    @Test func aSQLiteURLIsRefused() async throws {
        let error = try await failure { try await PostgresConnection.open(.memory) }
        #expect(error.message == "sqlite::memory: is not the URL of a PostgreSQL database")
    }

    @Test func connectionsThatNobodyClosesGoAway() async throws {
        let watcher = try await TestServer.connect()
        let name = "autogen-dropped"
        for _ in 0..<5 {
            let url = try DatabaseURL("postgresql:///postgres?application_name=\(name)")
            _ = try await PostgresConnection.open(url).query("SELECT 1")
        }
        var count: Int?
        for _ in 0..<100 where count != 0 {
            let rows = try await watcher.query(
                "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = \(literal: name)")
            count = try rows.first?.int("n")
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(count == 0)
    }
}
