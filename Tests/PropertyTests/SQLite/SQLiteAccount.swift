import AutogenConnection
import AutogenSchema
import TestSupport

/// What SQLite tells of a schema: its pragmas, and the statements it keeps, lexical differences aside.
///
/// It reads statements with a scanner of its own, so that it can't share a mistake with the one it judges.
struct SQLiteAccount: Sendable {
    let lines: [String]

    init(_ connection: any Connection) async throws {
        var lines = try await SQLiteFacts.facts(of: connection, statements: false)
        let rows = try await connection.query(
            """
            SELECT s.type, s.name, s.tbl_name, s.sql FROM sqlite_schema s LEFT JOIN pragma_table_list t
            ON t.name = s.name AND t.schema = 'main'
            WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite_%' AND coalesce(t.type, '') <> 'shadow'
            """)
        for row in rows {
            let isTable = try row.string("type") == "table"
            let text = PlainStatement(try row.string("sql"))
            let parts = isTable && !text.isVirtual ? text.items.sorted() : [text.text]
            for part in parts { lines.append("\(try row.string("type")) \(try row.string("name")): \(part)") }
        }
        self.lines = lines.sorted()
    }
}
