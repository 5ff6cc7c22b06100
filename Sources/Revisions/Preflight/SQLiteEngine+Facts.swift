import AutogenConnection
import AutogenSQLText
package import AutogenSchema

/// Source: <https://www.sqlite.org/pragma.html>.
extension SQLiteEngine: FactsEngine {
    package func rowSettings(_ limit: Duration) -> [SQL] { [] }

    func tables(_ names: [[String]], on connection: any Connection) async throws -> [[String]: TableFacts] {
        var result: [[String]: TableFacts] = [:]
        for name in names where name.count == 1 || name.first?.lowercased() == "main" {
            if let facts = try await table(name.last ?? "", on: connection) { result[name] = facts }
        }
        return result
    }

    private func table(_ name: String, on connection: any Connection) async throws -> TableFacts? {
        let listed = try await connection.query(
            """
            SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND lower(name) = lower(\(literal: name))
            """)
        guard let row = listed.first, try row.string("type") == "table" else { return nil }
        let own = try row.string("name")
        let isWithoutRowID = try row.int("wr") == 1
        var facts = TableFacts(path: ["main", own])
        facts.isStrict = try row.bool("strict")
        let written = try await connection.query(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = \(literal: own)")
        let declared = try written.first?.optionalString("sql").flatMap(Self.declared)
        let columns = try await connection.query(
            """
            SELECT name, type, pk, "notnull" AS required FROM pragma_table_xinfo(\(literal: own), 'main')
            WHERE hidden <> 1 ORDER BY cid
            """)
        var keys: [(place: Int, name: String, type: String)] = []
        for row in columns {
            var column = TableFacts.Column(name: try row.string("name"), type: try row.string("type"))
            let text = declared?.columns.first { $0.name.folded == column.name.folded }
            column.generated = text?.generated
            column.collation = text?.collation
            column.isNotNull = try row.bool("required")
            facts.columns.append(column)
            let place = try row.int("pk")
            if place > 0 { keys.append((place, column.name, column.type)) }
        }
        facts.primaryKey = keys.sorted { $0.place < $1.place }.map(\.name)
        if let key = keys.first, keys.count == 1, key.type.uppercased().contains("INT") {
            facts.shownKey = [key.name]
        } else if !isWithoutRowID, !facts.columns.contains(where: { $0.name.lowercased() == "rowid" }) {
            facts.shownKey = ["rowid"]
        }
        let triggers = try await connection.query(
            "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND lower(tbl_name) = lower(\(literal: own)) LIMIT 1")
        facts.hasTriggers = !triggers.isEmpty
        let references = try await connection.query(
            """
            SELECT k.id, k."table" AS target, k."from" AS own FROM pragma_foreign_key_list(\(literal: own), 'main') k
            ORDER BY k.id, k.seq
            """)
        var pairs: [Int: (target: String, columns: [String])] = [:]
        for row in references {
            let id = try row.int("id")
            let target = try row.string("target")
            pairs[id, default: (target, [])].columns.append(try row.string("own"))
        }
        for pair in pairs.values {
            facts.references.insert(.init(table: [pair.target.folded], columns: pair.columns.map(\.folded)))
        }
        let referrers = try await connection.query(
            """
            SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k
            WHERE m.type = 'table' AND lower(k."table") = lower(\(literal: own))
              AND (k.on_delete NOT IN ('NO ACTION', 'RESTRICT') OR k.on_update NOT IN ('NO ACTION', 'RESTRICT'))
            """)
        let indexes = try await connection.query(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND lower(tbl_name) = lower(\(literal: own))")
        facts.indexes = Set(try indexes.map { SQLSyntax.sqlite.key(of: try $0.string("name")) })
        facts.referrers = try referrers.map { .init(table: ["main", try $0.string("name")], columns: []) }
        return facts
    }

    /// As its statement lists it.
    private static func declared(_ text: String) -> TableText? {
        guard let statement = SQLStatement.all(in: text, .sqlite).first else { return nil }
        var reader = statement.reader
        guard reader.skip("CREATE") else { return nil }
        _ = reader.skip("TEMP") || reader.skip("TEMPORARY")
        guard reader.skip("TABLE") else { return nil }
        reader.skip("IF", "NOT", "EXISTS")
        return reader.name().flatMap { _ in TableText(reader) }
    }

    func type(_ text: String, on connection: any Connection) async throws -> TypeFacts? { TypeFacts() }

    func domain(_ name: [String], on connection: any Connection) async throws -> [DatabaseFacts.DomainColumn] { [] }

    func seedValues(_ start: Catalog) -> any SeedValues { SQLiteSeedValues() }

    func isAtFault(_ error: DatabaseError) -> Bool { false }

    func isOfRows(_ error: DatabaseError) -> Bool {
        error.code?.hasPrefix("SQLITE_CONSTRAINT") == true || error.code?.hasPrefix("SQLITE_MISMATCH") == true
    }
}
