public import AutogenConnection
import AutogenSchema

/// What SQLite's pragmas and `sqlite_schema` tell of a database: the engine's own account of it.
public enum SQLiteFacts {
    private static let ordinary = "s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite_%'"

    private static let queries: [SQL] = [
        """
        SELECT 'column', s.name, x.name, upper(x.type), x."notnull", x.dflt_value, x.pk, x.hidden
        FROM sqlite_schema s, pragma_table_xinfo(s.name) x WHERE \(raw: ordinary)
        """,
        """
        SELECT 'foreign key', s.name, x."from", x."table", x."to", x.on_update, x.on_delete, x.seq
        FROM sqlite_schema s, pragma_foreign_key_list(s.name) x WHERE \(raw: ordinary)
        """,
        """
        SELECT 'key', s.name, x."unique", x.origin, x.partial,
            (SELECT group_concat(i.name || i."desc" || i.coll) FROM pragma_index_xinfo(x.name) i WHERE i."key")
        FROM sqlite_schema s, pragma_index_list(s.name) x WHERE \(raw: ordinary)
        """,
        "SELECT 'table', name, type, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    ]

    private static let statements: [SQL] = [
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL",
        "SELECT 'virtual', name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage = 0",
    ]

    /// One fact a line, column order aside.
    ///
    /// - Parameter statements: whether to tell the statements that SQLite keeps, word for word.
    public static func facts(of connection: any Connection, statements: Bool = true) async throws -> [String] {
        var facts: [String] = []
        for rows in try await connection.batch(queries + (statements ? Self.statements : [])) {
            facts += rows.map { row in row.columns.indices.map { row[$0].text ?? "NULL" }.joined(separator: " | ") }
        }
        return facts.sorted()
    }
}
