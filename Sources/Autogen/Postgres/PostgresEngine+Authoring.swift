import AutogenConnection
import AutogenMetadata
import AutogenPlan
import AutogenSchema

extension PostgresEngine: AuthoringEngine {
    var rules: any DDLRules { PostgresRules() }
    var namesWhatHasNone: Bool { true }
    func kept(_ name: String) -> String { DefaultName.cut(name) }

    func isMissing(_ error: DatabaseError) -> Bool { ["42P01", "42703", "3F000"].contains(error.code) }

    func isMissingTable(_ error: DatabaseError) -> Bool { error.code == "42P01" }

    /// `insufficient_privilege` and `read_only_sql_transaction`.
    func isForbidden(_ error: DatabaseError) -> Bool { ["42501", "25006"].contains(error.code) }

    func isOfOtherType(_ error: DatabaseError) -> Bool { error.code == "42804" }

    var fillsByCopying: Bool { false }
    var declaresChanges: Bool { true }

    func pleasant(_ sql: String, isUnqualified: Bool) -> String {
        PleasantSQL.text(of: sql, isUnqualified: isUnqualified)
    }

    func writePart(_ edit: FindingEdit, from: Catalog, to: Catalog, into text: inout SchemaText) -> Bool? { nil }
    func isNoExpression(_ error: DatabaseError) -> Bool { error.code == "42601" }

    func check(zone: String, on connection: any Connection) async throws {
        do {
            _ = try await connection.query("SELECT pg_catalog.now() AT TIME ZONE \(literal: zone)")
        } catch {
            throw error.reason == .statement ? FillError(.zone, zone, error.message) : error
        }
    }
}
