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
        if let provider = connection as? any ReaderProvider {
            let role = provider.migratingRole
            return try await provider.reading { try await read($0, role) }
        }
        return try await read(connection, migratingRole)
    }

    private static func read(_ connection: any Connection, _ migratingRole: String?) async throws -> Catalog {
        try await connection.dialect.reflection.catalog(of: connection, migratingRole: migratingRole)
    }

    /// The same with the numbers by which the database knows the objects.
    package static func numberedCatalog(of connection: any Connection) async throws -> NumberedCatalog {
        guard let provider = connection as? any ReaderProvider else { return try await numbered(connection, nil) }
        let role = provider.migratingRole
        return try await provider.reading { try await numbered($0, role) }
    }

    private static func numbered(
        _ connection: any Connection, _ migratingRole: String?
    ) async throws -> NumberedCatalog {
        try await connection.dialect.reflection.numberedCatalog(of: connection, migratingRole: migratingRole)
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

/// A connection whose schema is read through another one.
package protocol ReaderProvider: Connection {
    /// What the role whose objects have no owner of their own is called; `nil` where it is the one that reads.
    var migratingRole: String? { get }

    /// Lends the connection to read through, as long as `body` runs.
    func reading<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result
}

extension Reflector {
    /// The role that migrates a database: the owner of the table in which migrations are recorded, or else the connection's
    /// own where it may make objects, or else the one that owns most of what is there. `nil` on SQLite, which has no roles.
    ///
    /// - Parameter versionTable: schema and name.
    package static func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? {
        try await connection.dialect.reflection.migratingRole(of: connection, versionTable: versionTable)
    }
}
