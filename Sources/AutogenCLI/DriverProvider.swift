import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema

/// Opens connections with the drivers that the executable carries.
struct DriverProvider: ConnectionProvider {
    /// How long a statement waits for another connection to let go of a SQLite file.
    var busyTimeout = Duration.seconds(5)
    /// Extensions that every SQLite connection loads, those to scratch databases too.
    var extensions: [String] = []
    var onProgress: (@Sendable (StatementProgress) -> Void)?

    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        switch url.dialect {
        case .postgresql:
            let connection = try await PostgresConnection.open(url)
            if access == .readOnly { try await Self.forbidWriting(connection) }
            return connection
        case .sqlite:
            return try await SQLiteConnection.open(
                url, mode: mode(access),
                options: .init(busyTimeout: busyTimeout, extensions: extensions, onProgress: onProgress))
        }
    }

    /// What only looks can't write, whatever runs on the connection later.
    private static func forbidWriting(_ connection: PostgresConnection) async throws(DatabaseError) {
        do {
            try await connection.execute("SET default_transaction_read_only = on")
        } catch {
            await connection.close()
            throw error
        }
    }

    private func mode(_ access: Access) -> SQLiteConnection.Mode {
        switch access {
        case .readOnly: .readOnly
        case .readWrite: .readWrite
        case .create: .create
        }
    }
}
