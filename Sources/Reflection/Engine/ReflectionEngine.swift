import AutogenConnection
import AutogenSchema

/// How a database of an engine is read.
protocol ReflectionEngine: Sendable {
    /// What is in the database.
    func catalog(of connection: any Connection, migratingRole: String?) async throws -> Catalog

    /// The same with the numbers by which the database knows the objects.
    func numberedCatalog(of connection: any Connection, migratingRole: String?) async throws -> NumberedCatalog

    /// What is in the database and in no catalog.
    func unmodelled(in connection: any Connection) async throws -> [Unmodelled]

    /// The kinds of which the connection's role sees objects, but not all that they are.
    func hiddenKinds(on connection: any Connection) async throws -> Set<Kind>

    /// The role that migrates a database; `nil` where there are no roles.
    func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String?
}

extension Dialect {
    var reflection: any ReflectionEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}
