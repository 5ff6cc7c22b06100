import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation

/// The PostgreSQL server of the environment, as `scripts/postgres start` prints it.
enum TestServer {
    struct Missing: Error, CustomStringConvertible {
        let description = "PGHOST, PGPORT, PGUSER and PGBIN are not set: eval \"$(scripts/postgres start)\" first"
    }

    static func url() throws -> DatabaseURL {
        let environment = ProcessInfo.processInfo.environment
        guard ["PGHOST", "PGPORT", "PGUSER"].allSatisfy({ environment[$0] != nil }) else { throw Missing() }
        return try DatabaseURL("postgresql:///postgres")
    }

    /// Runs a query in a connection of its own and returns the first column.
    static func column(_ sql: SQL, on url: DatabaseURL? = nil) async throws -> [String] {
        let connection = try await PostgresConnection.open(url ?? self.url())
        do {
            let values = try await connection.query(sql).map { $0[0].text ?? "" }
            await connection.close()
            return values
        } catch {
            await connection.close()
            throw error
        }
    }

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
        return String(decoding: data, as: UTF8.self)
    }
}

/// Both drivers.
struct TestProvider: ConnectionProvider {
    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        switch url.dialect {
        case .postgresql: try await PostgresConnection.open(url)
        case .sqlite:
            try await SQLiteConnection.open(
                url, mode: .create, options: .init(isConfined: access == .scratch))
        }
    }
}
