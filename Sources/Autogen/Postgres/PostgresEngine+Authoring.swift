import AutogenConnection
import AutogenPlan
import AutogenSchema

extension PostgresEngine: AuthoringEngine {
    var rules: any DDLRules { PostgresRules() }
    var namesWhatHasNone: Bool { true }
    func kept(_ name: String) -> String { DefaultName.cut(name) }

    /// Nobody waits for a lock that somebody else holds, nor while a table is read that is larger than memory. A policy
    /// that hides rows from who counts makes an error of it.
    var countingSettings: [SQL] {
        [
            "SET LOCAL lock_timeout = '2s'", "SET LOCAL statement_timeout = '10s'", "SET LOCAL row_security = off",
            Self.searchPath,
        ]
    }

    /// A script's names without a schema are found where the script finds them, also in a transaction that looks names up
    /// among the server's own alone.
    private static let searchPath: SQL = """
        SELECT pg_catalog.set_config(name, reset_val, true) FROM pg_catalog.pg_settings
        WHERE name OPERATOR(pg_catalog.=) 'search_path' AND setting OPERATOR(pg_catalog.=) 'pg_catalog, pg_temp'
        """

    func isMissing(_ error: DatabaseError) -> Bool { ["42P01", "42703", "3F000"].contains(error.code) }

    func isMissingTable(_ error: DatabaseError) -> Bool { error.code == "42P01" }

    /// `insufficient_privilege` and `read_only_sql_transaction`.
    func isForbidden(_ error: DatabaseError) -> Bool { ["42501", "25006"].contains(error.code) }

    func isOfOtherType(_ error: DatabaseError) -> Bool { error.code == "42804" }

    var fillsByCopying: Bool { false }
    func isNoExpression(_ error: DatabaseError) -> Bool { error.code == "42601" }

    func check(zone: String, on connection: any Connection) async throws {
        do {
            _ = try await connection.query("SELECT pg_catalog.now() AT TIME ZONE \(literal: zone)")
        } catch {
            throw error.reason == .statement ? FillError(.zone, zone, error.message) : error
        }
    }
}
