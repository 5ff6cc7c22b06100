package import AutogenConnection
package import AutogenSchema

/// Introspects a live database into a ``Catalog``.
///
/// ```swift
/// let catalog = try await Reflector.catalog(of: connection)
/// ```
///
/// The number of queries is constant, whatever the number of objects, and all of them see one state: they run in one
/// read-only transaction. Inside a transaction of the caller's they see what that sees, its own changes too; there
/// PostgreSQL shows them one state only where the isolation level is `REPEATABLE READ` or above.
package enum Reflector {
    /// - Parameter migratingRole: on PostgreSQL the role that migrates the database, whose objects have no owner of their
    ///   own; by default that of the connection.
    package static func catalog(
        of connection: any Connection, migratingRole: String? = nil
    ) async throws -> Catalog {
        if let lender = connection as? any SchemaLender {
            let role = lender.migratingRole
            return try await lender.reading { try await read($0, role) }
        }
        return try await read(connection, migratingRole)
    }

    private static func read(_ connection: any Connection, _ migratingRole: String?) async throws -> Catalog {
        try await connection.dialect.reflection.catalog(of: connection, migratingRole: migratingRole)
    }

    /// What is in the database and in no catalog, for whoever takes a comparison for the whole truth.
    package static func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        try await connection.dialect.reflection.unmodelled(in: connection)
    }

    /// The kinds of which the connection's role sees objects, but not all that they are.
    package static func hiddenKinds(on connection: any Connection) async throws -> Set<Kind> {
        try await connection.dialect.reflection.hiddenKinds(on: connection)
    }
}
