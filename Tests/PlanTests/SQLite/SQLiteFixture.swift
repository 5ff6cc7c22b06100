import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport

/// Databases in memory, and the script that takes one to another.
enum SQLiteFixture {
    static func connection(_ script: String) async throws -> SQLiteConnection {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: script))
        return connection
    }

    static func plan(
        from: SQLiteConnection, to: SQLiteConnection, decisions: Decisions = Decisions()
    ) async throws -> Plan {
        try Planner(rules: SQLiteRules()).plan(
            from: try await Reflector.catalog(of: from), to: try await Reflector.catalog(of: to), decisions: decisions)
    }

    static func plan(from: String, to: String) async throws -> Plan {
        try await plan(from: connection(from), to: connection(to))
    }

    /// The script as `diff` prints it, without hazards.
    static func text(of plan: Plan) -> String {
        plan.framed.map { "\($0.sql.text);\n" }.joined()
    }

    static func facts(of connection: SQLiteConnection) async throws -> [String] {
        try await SQLiteFacts.facts(of: connection)
    }

    static func count(_ table: String, in connection: SQLiteConnection) async throws -> Int {
        let rows = try await connection.query("SELECT count(*) AS n FROM \(name: table)")
        return try rows.first?.int("n") ?? -1
    }
}
