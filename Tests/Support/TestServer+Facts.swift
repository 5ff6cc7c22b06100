import AutogenConnection
import AutogenPostgresConnection
public import AutogenSchema

extension TestServer {
    /// What the server of the environment is and brings along.
    struct Facts: Sendable {
        let version: ServerVersion
        let extensions: Set<String>
        let hasICU: Bool
        let hasLZ4: Bool
    }

    /// Read once: conditions of tests ask for it again and again.
    private static let facts = Task {
        let connection = try await PostgresConnection.open(url())
        do {
            let version = try await connection.serverVersion()
            let names = try await connection.query("SELECT name FROM pg_available_extensions")
            let icu = try await connection.query("SELECT 1 FROM pg_collation WHERE collname = 'de-x-icu' LIMIT 1")
            let lz4 = try await connection.query(
                "SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)")
            await connection.close()
            return Facts(
                version: version, extensions: Set(names.map { $0[0].text ?? "" }), hasICU: !icu.isEmpty,
                hasLZ4: !lz4.isEmpty)
        } catch {
            await connection.close()
            throw error
        }
    }

    public static func hasICU() async throws -> Bool { try await facts.value.hasICU }
    public static func hasLZ4() async throws -> Bool { try await facts.value.hasLZ4 }
    public static func version() async throws -> ServerVersion { try await facts.value.version }

    /// Whether all of the extensions can be created there.
    public static func has(extensions names: [String]) async throws -> Bool {
        try await facts.value.extensions.isSuperset(of: names)
    }
}
