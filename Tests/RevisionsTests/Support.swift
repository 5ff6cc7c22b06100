import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

@testable import AutogenRevisions

/// A script with little text around it.
func script(
    _ id: String, after down: String = "none", dialect: String = "sqlite", transaction: String = "yes",
    upgrade: String = "", downgrade: String = ""
) throws -> RevisionScript {
    try RevisionScript(
        parsing: """
            -- revision: \(id)
            -- down-revision: \(down)
            -- dialect: \(dialect)
            -- transaction: \(transaction)
            -- upgrade
            \(upgrade)
            -- downgrade
            \(downgrade)
            """, file: "\(id).sql")
}

func id(_ text: String) throws -> RevisionID { try #require(RevisionID(text)) }

/// A SQLite file that is removed when the last holder is gone.
final class TemporaryFile {
    let url: DatabaseURL
    private let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "autogen-test-\(UUID().uuidString).db").path
        url = .sqlite(path: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func open() async throws -> SQLiteConnection { try await .open(url, mode: .create) }
}

/// Makes a PostgreSQL database on the server that the environment names, and drops it afterwards.
func withPostgres(_ body: (DatabaseURL) async throws -> Void) async throws {
    let environment = ProcessInfo.processInfo.environment
    let host = try #require(environment["PGHOST"], "eval \"$(scripts/postgres start)\" first")
    let name = "autogen_rev_\(UUID().uuidString.prefix(8).lowercased())"
    let server = try DatabaseURL("host=\(host) dbname=postgres")
    let admin = try await PostgresConnection.open(server)
    try await admin.execute("CREATE DATABASE \(name: name)")
    do {
        try await body(server.replacing(database: name))
    } catch {
        try await admin.execute("DROP DATABASE \(name: name) WITH (FORCE)")
        throw error
    }
    try await admin.execute("DROP DATABASE \(name: name) WITH (FORCE)")
    await admin.close()
}
