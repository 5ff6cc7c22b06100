import AutogenConnection
import AutogenSchema

extension SQLiteEngine: ReflectionEngine {
    func catalog(of connection: any Connection, migratingRole: String?) async throws -> Catalog {
        try await SQLiteReflection.catalog(of: connection)
    }

    func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        try await SQLiteReflection.unmodelled(in: connection)
    }

    func hiddenKinds(on connection: any Connection) async throws -> Set<Kind> { [] }

    func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? { nil }
}
