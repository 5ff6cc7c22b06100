public import AutogenConnection
import AutogenReflection
public import AutogenSchema

/// A database as autogen and as `pg_dump` see it.
public struct PostgresState: Sendable {
    public let catalog: Catalog
    public let dump: [String]

    public init(_ connection: any Connection) async throws {
        catalog = try await Reflector.catalog(of: connection)
        dump = try await PostgresDump.entries(of: connection)
    }
}
