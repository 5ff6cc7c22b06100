import AutogenConnection
import AutogenSchema

enum SQLiteReflection {
    static func catalog(of connection: any Connection) async throws -> Catalog {
        Catalog(dialect: .sqlite, version: try await connection.serverVersion())
    }
}
