import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// An index that `CREATE INDEX CONCURRENTLY` makes: when that fails, an invalid index of the name stays behind
/// (<https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY>).
struct ConcurrentIndex {
    let name: String
    /// Qualified as it is in the statement.
    let table: [String]

    /// `nil` for any other statement, and for an index whose name the server chooses.
    init?(_ statement: ScriptStatement) {
        var reader = statement.sql.reader
        guard reader.skip("CREATE") else { return nil }
        reader.skip("UNIQUE")
        guard reader.skip("INDEX", "CONCURRENTLY") else { return nil }
        reader.skip("IF", "NOT", "EXISTS")
        guard !reader.isAt("ON"), let name = reader.name()?.last, reader.skip("ON") else { return nil }
        reader.skip("ONLY")
        guard let table = reader.name() else { return nil }
        self.name = name
        self.table = table
    }

    /// Drops the invalid index that an earlier try left, and returns its name.
    func cleanUp(on connection: any Connection) async throws -> String? {
        // The table is found by the path of the script; nothing fits the operators better, whose arguments have their types.
        let rows = try await connection.query(
            """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indrelid = pg_catalog.to_regclass(\(literal: SQL.dotted(table)))::pg_catalog.oid AND NOT i.indisvalid
            AND c.relname = \(literal: name)::pg_catalog.name
            """)
        guard let invalid = try rows.first?.string("name") else { return nil }
        try await connection.execute("DROP INDEX CONCURRENTLY \(raw: invalid)")
        return invalid
    }
}
