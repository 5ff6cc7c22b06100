public import AutogenConnection
public import AutogenSchema

/// Introspects a live database into a ``Catalog``.
///
/// ```swift
/// let catalog = try await Reflector.catalog(of: connection)
/// ```
///
/// The number of queries is constant, whatever the number of objects, and all of them see one state: they run in one
/// read-only transaction. Inside a transaction of the caller's they see what that sees, its own changes too; there
/// PostgreSQL shows them one state only where the isolation level is `REPEATABLE READ` or above.
public enum Reflector {
    public static func catalog(of connection: any Connection) async throws -> Catalog {
        if let lender = connection as? any SchemaLender { return try await lender.reading { try await read($0) } }
        return try await read(connection)
    }

    private static func read(_ connection: any Connection) async throws -> Catalog {
        switch connection.dialect {
        case .postgresql: try await PostgresReflection.catalog(of: connection)
        case .sqlite: try await SQLiteReflection.catalog(of: connection)
        }
    }

    /// What is in the database and in no catalog, for whoever takes a comparison for the whole truth.
    public static func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        switch connection.dialect {
        case .postgresql: try await PostgresReflection.unmodelled(in: connection)
        case .sqlite: try await SQLiteReflection.unmodelled(in: connection)
        }
    }
}
