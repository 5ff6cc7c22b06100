public import AutogenConnection
import AutogenMetadata
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation

/// The PostgreSQL server of the environment, as `scripts/postgres start` prints it.
public enum TestServer {
    struct Missing: Error, CustomStringConvertible {
        let description = "PGHOST, PGPORT, PGUSER and PGBIN are not set: eval \"$(scripts/postgres start)\" first"
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    public static func url() throws -> DatabaseURL {
        let environment = ProcessInfo.processInfo.environment
        guard ["PGHOST", "PGPORT", "PGUSER"].allSatisfy({ environment[$0] != nil }) else { throw Missing() }
        return try DatabaseURL("postgresql:///postgres")
    }

    /// Runs `body` in a scratch database in which `script` has run.
    public static func with<T: Sendable>(
        _ script: String, _ body: @Sendable (any Connection) async throws -> T
    ) async throws -> T {
        let url = try url()
        return try await turnstile.pass {
            try await ScratchDatabase.with(dialect: .postgresql, like: url, provider: TestProvider()) { connection in
                try await connection.execute(SQL(raw: script))
                return try await body(connection)
            }
        }
    }

    private static let turnstile = Turnstile(places: 8)

    /// Runs one of the server's own programs and returns what it prints.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        guard let folder = ProcessInfo.processInfo.environment["PGBIN"] else { throw Missing() }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: folder + "/" + program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: "\(program) ended with status \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

/// Both drivers.
public struct TestProvider: ConnectionProvider {
    public init() {}

    public func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        switch url.dialect {
        case .postgresql: try await PostgresConnection.open(url)
        case .sqlite: try await SQLiteConnection.open(
                url, mode: .create, options: .init(isConfined: access == .scratch))
        }
    }
}
