import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema

/// Opens connections to an engine.
protocol DriverEngine: Sendable {
    func open(
        _ url: DatabaseURL, for access: Access, _ settings: Drivers
    ) async throws(DatabaseError) -> any Connection
}

extension Dialect {
    var driver: any DriverEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}

extension PostgresEngine: DriverEngine {
    func open(
        _ url: DatabaseURL, for access: Access, _ settings: Drivers
    ) async throws(DatabaseError) -> any Connection {
        var options = PostgresOptions(
            statementTimeout: settings.statementTimeout, lockTimeout: settings.lockTimeout)
        // Who forbids writing means the database at hand and not one that comes and goes.
        options.writesAlways = access == .scratch
        return try await PostgresConnection.open(url, options: options)
    }
}

extension SQLiteEngine: DriverEngine {
    func open(
        _ url: DatabaseURL, for access: Access, _ settings: Drivers
    ) async throws(DatabaseError) -> any Connection {
        // An index that a stand-in sorts would be wrong for the application.
        let keepsRows = access == .readWrite || access == .create
        return try await SQLiteConnection.open(
            url, mode: mode(access),
            options: .init(
                busyTimeout: settings.busyTimeout, extensions: settings.extensions,
                standIns: keepsRows ? StandIns() : settings.standIns, isConfined: access == .scratch,
                onProgress: settings.onProgress))
    }

    private func mode(_ access: Access) -> SQLiteConnection.Mode {
        switch access {
        case .readOnly: .readOnly
        case .readWrite: .readWrite
        case .create, .scratch: .create
        }
    }
}
