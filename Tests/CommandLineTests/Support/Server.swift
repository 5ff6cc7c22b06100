import AutogenSchema
import Foundation
import TestSupport

/// The PostgreSQL server that the environment names, and databases on it that live as long as a test.
struct Server {
    let host: String
    let port: String
    let user: String

    init() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let host = environment["PGHOST"], let port = environment["PGPORT"], let user = environment["PGUSER"]
        else {
            throw Program.Missing(what: "PGHOST, PGPORT and PGUSER: eval \"$(scripts/postgres start)\"")
        }
        self.host = host
        self.port = port
        self.user = user
    }

    /// The server's own, beside which the program in Debian's path takes four times as long to find it.
    static var psql: String {
        ProcessInfo.processInfo.environment["PGBIN"].map { $0 + "/psql" } ?? "psql"
    }

    func url(_ database: String) -> String { "host=\(host) port=\(port) user=\(user) dbname=\(database)" }

    /// Makes a database, hands its URL to `body`, and drops it.
    func withDatabase(_ body: (String) async throws -> Void) async throws {
        let name = "autogen_cli_\(UUID().uuidString.prefix(8).lowercased())"
        // Copying files costs the server less than writing every page of a new database into its log (since 15).
        let strategy = try await TestServer.version().major > 14 ? " STRATEGY file_copy" : ""
        try await run("CREATE DATABASE \(name) TEMPLATE template0\(strategy)", in: "postgres")
        do {
            try await body(url(name))
        } catch {
            try await run("DROP DATABASE \(name) WITH (FORCE)", in: "postgres")
            throw error
        }
        try await run("DROP DATABASE \(name) WITH (FORCE)", in: "postgres")
    }

    /// Runs SQL by `psql` and returns its rows, unaligned.
    @discardableResult
    func run(_ sql: String, in database: String) async throws -> String {
        let conninfo = database.contains("=") ? database : url(database)
        let outcome = try await Program.run(
            "/usr/bin/env", [Self.psql, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-c", sql],
            in: "/")
        guard outcome.status == 0 else { throw Program.Missing(what: "psql: \(outcome.errors)") }
        return outcome.output
    }
}
