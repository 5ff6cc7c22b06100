import AutogenConnection
import AutogenSchema

/// An index that `CREATE INDEX CONCURRENTLY` makes: when that fails, an invalid index of the name stays behind
/// (<https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY>).
struct ConcurrentIndex {
    /// The name as it is written, quoted or not.
    let name: String
    let table: String

    /// `nil` for any other statement, and for an index whose name the server chooses.
    init?(_ statement: ScriptStatement) {
        let bytes = Array(statement.text.utf8)
        var lexer = SQLLexer(bytes: bytes, dialect: .postgresql)
        var tokens: [String] = []
        while let token = lexer.next(), token.kind != .opening {
            if token.kind != .comment { tokens.append(String(decoding: bytes[token.range], as: UTF8.self)) }
        }
        let words = tokens.map { $0.lowercased() }
        guard words.first == "create", let start = words.firstIndex(of: "concurrently"), start <= 3,
            let on = words[start...].firstIndex(of: "on")
        else { return nil }
        let named = tokens[(start + 1)..<on].filter { !["if", "not", "exists"].contains($0.lowercased()) }
        guard named.count == 1 else { return nil }
        let afterOn = words.indices.contains(on + 1) && words[on + 1] == "only" ? on + 2 : on + 1
        var table = ""
        for token in tokens[min(afterOn, tokens.count)...] {
            let joins = table.isEmpty || table.hasSuffix(".") || token == "."
            guard joins else { break }
            table += token
        }
        name = named[0]
        self.table = table
    }

    /// Drops the invalid index that an earlier try left, and returns its name.
    func cleanUp(on connection: any Connection) async throws -> String? {
        let rows = try await connection.query(
            """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indrelid = pg_catalog.to_regclass(\(literal: table)) AND NOT i.indisvalid
            AND c.relname = (pg_catalog.parse_ident(\(literal: name)))[1]
            """)
        guard let invalid = try rows.first?.string("name") else { return nil }
        try await connection.execute("DROP INDEX CONCURRENTLY \(raw: invalid)")
        return invalid
    }
}
