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
            try await database(like: url) { connection in
                try await connection.execute(SQL(raw: script))
                return try await body(connection)
            }
        }
    }

    /// A database for the superuser of the tests, who may do what nobody may in a scratch database.
    private static func database<T: Sendable>(
        like url: DatabaseURL, _ body: @Sendable (any Connection) async throws -> T
    ) async throws -> T {
        let name = "autogen_test_\(UInt64.random(in: 0...UInt64.max))"
        let idle = await administrators.take()
        let admin = if let idle { idle } else { try await PostgresConnection.open(url) }
        // Copying files costs the server less than writing every page of a new database into its log (since 15).
        let strategy: SQL = try await version().major > 14 ? " STRATEGY file_copy" : ""
        try await admin.execute("CREATE DATABASE \(name: name) TEMPLATE template0\(strategy)")
        let result: Result<T, any Error>
        do {
            result = .success(
                try await TestProvider().withConnection(to: url.replacing(database: name), for: .readWrite) {
                    connection in
                    let result = try await body(connection)
                    try await dropSubscriptions(of: name, on: connection)
                    return result
                })
        } catch {
            result = .failure(error)
        }
        try await admin.execute("DROP DATABASE \(name: name) WITH (FORCE)")
        await administrators.keep(admin)
        return try result.get()
    }

    /// Connections that make and drop databases, one for each that runs at a time: to open one costs the server as much as
    /// to drop a database.
    private actor Administrators {
        private var idle: [PostgresConnection] = []
        func take() -> PostgresConnection? { idle.popLast() }
        func keep(_ connection: PostgresConnection) { idle.append(connection) }
    }

    private static let administrators = Administrators()

    /// A database that has subscriptions can't be dropped.
    private static func dropSubscriptions(of database: String, on connection: any Connection) async throws {
        let rows = try await connection.query(
            """
            SELECT subname FROM pg_subscription
            WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = \(literal: database))
            """)
        for row in rows {
            let name = try row.string("subname")
            try await connection.execute("ALTER SUBSCRIPTION \(name: name) DISABLE")
            try await connection.execute("ALTER SUBSCRIPTION \(name: name) SET (slot_name = NONE)")
            try await connection.execute("DROP SUBSCRIPTION \(name: name)")
        }
    }

    private static let turnstile = Turnstile(places: 8)

    /// Runs one of the server's own programs and returns what it prints.
    public static func run(_ program: String, _ arguments: [String]) throws -> String {
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
        case .sqlite:
            try await SQLiteConnection.open(
                url, mode: .create, options: .init(isConfined: access == .scratch))
        }
    }
}
