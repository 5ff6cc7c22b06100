import AutogenConnection
import AutogenPostgresConnection
import Foundation

/// The PostgreSQL server of the environment, as `scripts/postgres start` prints it.
enum TestServer {
    struct Missing: Error, CustomStringConvertible {
        let description = "PGHOST, PGPORT and PGUSER are not set: eval \"$(scripts/postgres start)\" first"
    }

    static func url() throws -> DatabaseURL {
        let environment = ProcessInfo.processInfo.environment
        guard ["PGHOST", "PGPORT", "PGUSER"].allSatisfy({ environment[$0] != nil }) else { throw Missing() }
        return try DatabaseURL("postgresql:///postgres")
    }

    static func connect(_ options: PostgresOptions = PostgresOptions()) async throws -> PostgresConnection {
        try await PostgresConnection.open(url(), options: options)
    }
}
