import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema

/// Databases in memory, and the script that takes one to another.
enum SQLiteFixture {
    static func connection(_ script: String) async throws -> SQLiteConnection {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: script))
        return connection
    }

    static func plan(from: SQLiteConnection, to: SQLiteConnection) async throws -> Plan {
        try Planner(rules: SQLiteRules()).plan(
            from: try await Reflector.catalog(of: from), to: try await Reflector.catalog(of: to))
    }

    static func plan(from: String, to: String) async throws -> Plan {
        try await plan(from: connection(from), to: connection(to))
    }

    /// The script as `diff` prints it, without hazards.
    static func text(of plan: Plan) -> String {
        plan.statements.map { "\($0.sql.text);\n" }.joined()
    }

    /// What the pragmas tell of the schema, column order aside, one fact a line.
    static func facts(of connection: SQLiteConnection) async throws -> [String] {
        let queries: [SQL] = [
            """
            SELECT 'column', s.name, x.name, upper(x.type), x."notnull", x.dflt_value, x.pk, x.hidden
            FROM sqlite_schema s, pragma_table_xinfo(s.name) x WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite_%'
            """,
            """
            SELECT 'foreign key', s.name, x."from", x."table", x."to", x.on_update, x.on_delete, x.seq
            FROM sqlite_schema s, pragma_foreign_key_list(s.name) x WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite_%'
            """,
            """
            SELECT 'key', s.name, x."unique", x.origin, x.partial,
                (SELECT group_concat(i.name || i."desc" || i.coll) FROM pragma_index_xinfo(x.name) i WHERE i."key")
            FROM sqlite_schema s, pragma_index_list(s.name) x WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite_%'
            """,
            "SELECT 'table', name, type, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL",
        ]
        var facts: [String] = []
        for rows in try await connection.batch(queries) {
            facts += rows.map { row in row.columns.indices.map { row[$0].text ?? "NULL" }.joined(separator: " | ") }
        }
        return facts.sorted()
    }

    static func count(_ table: String, in connection: SQLiteConnection) async throws -> Int {
        let rows = try await connection.query("SELECT count(*) AS n FROM \(name: table)")
        return try rows.first?.int("n") ?? -1
    }
}
