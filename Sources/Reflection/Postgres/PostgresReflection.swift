import AutogenConnection
import AutogenSchema

enum PostgresReflection {
    static func catalog(of connection: any Connection) async throws -> Catalog {
        Catalog(dialect: .postgresql, version: try await connection.serverVersion())
    }
}
