import AutogenConnection
import AutogenSQLText
package import AutogenSchema

/// Sources: <https://www.postgresql.org/docs/current/catalogs.html>, `pg_class`, `pg_attribute`, `pg_constraint`.
extension PostgresEngine: FactsEngine {
    /// Nobody waits for a lock that somebody else holds, nor while a table is read that is larger than memory. A policy
    /// that hides rows from who looks makes an error of it.
    package func rowSettings(_ limit: Duration) -> [SQL] {
        [
            "SET LOCAL lock_timeout = '2s'", "SET LOCAL statement_timeout = \(limit.wholeMilliseconds)",
            "SET LOCAL row_security = off", Self.searchPath,
        ]
    }

    /// A script's names without a schema are found where the script finds them, also in a transaction that looks names up
    /// among the server's own alone.
    private static let searchPath: SQL = """
        SELECT pg_catalog.set_config(name, reset_val, true) FROM pg_catalog.pg_settings
        WHERE name OPERATOR(pg_catalog.=) 'search_path' AND setting OPERATOR(pg_catalog.=) 'pg_catalog, pg_temp'
        """

    func tables(_ names: [[String]], on connection: any Connection) async throws -> [[String]: TableFacts] {
        let texts = names.map { SQL.dotted($0) }
        let items: [SQL] = texts.map { "pg_catalog.to_regclass(\(literal: $0))::pg_catalog.oid" }
        let found = try await connection.query(
            "SELECT \(items, separator: ", ")", under: rowSettings(.seconds(10)))
        var paths: [Int64: [[String]]] = [:]
        for (index, name) in names.enumerated() {
            if let oid = found.first?[index].integer { paths[oid, default: []].append(name) }
        }
        guard !paths.isEmpty else { return [:] }
        var facts = try await tables(Array(paths.keys), on: connection)
        try await addColumns(to: &facts, on: connection)
        try await addConstraints(to: &facts, on: connection)
        var result: [[String]: TableFacts] = [:]
        for (oid, table) in facts { for name in paths[oid] ?? [] { result[name] = table } }
        return result
    }

    private func tables(_ oids: [Int64], on connection: any Connection) async throws -> [Int64: TableFacts] {
        let list = Self.list(oids)
        let rows = try await connection.lookUp(
            """
            \(Self.kin(list))
            SELECT c.oid, n.nspname, c.relname, c.relkind = 'p' AS divided,
              c.relkind <> 'p' AND EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = c.oid) AS inherited,
              EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid IN (SELECT k.oid FROM kin k WHERE k.root = c.oid)
                AND NOT t.tgisinternal)
              OR EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class IN (SELECT k.oid FROM kin k WHERE k.root = c.oid)
                AND c.relkind <> 'm') AS triggers,
              EXISTS (SELECT 1 FROM pg_partitioned_table p WHERE p.partrelid = c.oid AND p.partdefid <> 0) AS defaulted
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid IN (\(list)) AND c.relkind IN ('r', 'p', 'm')
            """)
        var facts: [Int64: TableFacts] = [:]
        for row in rows {
            var table = TableFacts(path: [try row.string("nspname"), try row.string("relname")])
            table.isPartitioned = try row.bool("divided")
            table.isInherited = try row.bool("inherited")
            table.hasTriggers = try row.bool("triggers")
            table.hasDefaultPartition = try row.bool("defaulted")
            facts[Int64(try row.int("oid"))] = table
        }
        let kin = try await connection.lookUp(
            """
            \(Self.kin(list))
            SELECT k.root, n.nspname, c.relname FROM kin k JOIN pg_class c ON c.oid = k.oid
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE k.root <> k.oid ORDER BY 2, 3
            """)
        for row in kin {
            facts[Int64(try row.int("root"))]?.relatives.append([try row.string("nspname"), try row.string("relname")])
        }
        return facts
    }

    /// What tables inherit from, and what inherits from them.
    private static func kin(_ list: SQL) -> SQL {
        """
        WITH RECURSIVE up(root, oid) AS (
          SELECT oid, oid FROM pg_class WHERE oid IN (\(list))
          UNION SELECT u.root, i.inhparent FROM up u JOIN pg_inherits i ON i.inhrelid = u.oid),
        down(root, oid) AS (
          SELECT oid, oid FROM pg_class WHERE oid IN (\(list))
          UNION SELECT d.root, i.inhrelid FROM down d JOIN pg_inherits i ON i.inhparent = d.oid),
        kin(root, oid) AS (SELECT * FROM up UNION SELECT * FROM down)
        """
    }

    private func addColumns(to facts: inout [Int64: TableFacts], on connection: any Connection) async throws {
        guard !facts.isEmpty else { return }
        let rows = try await connection.lookUp(
            """
            SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod) AS type,
              array_position(i.indkey::int2[], a.attnum) AS place,
              a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'uuid'::regtype) AS shown,
              a.attnotnull, CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generated
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid IN (\(Self.list(facts.keys))) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """)
        var keys: [Int64: [(place: Int, name: String, isShown: Bool)]] = [:]
        for row in rows {
            let oid = Int64(try row.int("attrelid"))
            let name = try row.string("attname")
            var column = TableFacts.Column(name: name, type: try row.string("type"))
            column.generated = try row.optionalString("generated")
            column.isNotNull = try row.bool("attnotnull")
            facts[oid]?.columns.append(column)
            if let place = try row.optionalInt("place") {
                keys[oid, default: []].append((place, name, try row.bool("shown")))
            }
        }
        for (oid, parts) in keys {
            let names = parts.sorted { $0.place < $1.place }.map(\.name)
            facts[oid]?.primaryKey = names
            if parts.allSatisfy(\.isShown) { facts[oid]?.shownKey = names }
        }
    }

    private func addConstraints(to facts: inout [Int64: TableFacts], on connection: any Connection) async throws {
        guard !facts.isEmpty else { return }
        let list = Self.list(facts.keys)
        let open = try await connection.lookUp(
            """
            SELECT conrelid, conname, pg_get_constraintdef(oid) AS definition, convalidated FROM pg_constraint
            WHERE conrelid IN (\(list)) ORDER BY conname
            """)
        for row in open {
            let (oid, name, text) = (
                Int64(try row.int("conrelid")), try row.string("conname"), try row.string("definition")
            )
            if try row.bool("convalidated") {
                facts[oid]?.demands.append(.constraint(name: name, text))
            } else {
                // The end says NOT VALID, which is no part of what it asks.
                facts[oid]?.unvalidated[name] =
                    text.hasSuffix(" NOT VALID") ? String(text.dropLast(" NOT VALID".count)) : text
            }
        }
        let indexes = try await connection.lookUp(
            """
            SELECT i.indrelid, c.relname, i.indisunique AND k.oid IS NULL AS own, pg_get_indexdef(i.indexrelid) AS definition
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
            WHERE i.indrelid IN (\(list)) ORDER BY c.relname
            """)
        for row in indexes {
            let oid = Int64(try row.int("indrelid"))
            facts[oid]?.indexes.insert(SQLSyntax.postgresql.key(of: try row.string("relname")))
            let head = "CREATE UNIQUE INDEX "
            let text = try row.string("definition")
            if try row.bool("own"), text.hasPrefix(head) {
                facts[oid]?.demands.append(.uniqueIndex(String(text.dropFirst(head.count))))
            }
        }
        let referrers = try await connection.lookUp(
            """
            SELECT k.confrelid, n.nspname, c.relname FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND k.confrelid IN (\(list)) AND (k.confdeltype NOT IN ('a', 'r') OR k.confupdtype NOT IN ('a', 'r'))
            """)
        for row in referrers {
            let path = [try row.string("nspname"), try row.string("relname")]
            facts[Int64(try row.int("confrelid"))]?.referrers.append(.init(table: path, columns: []))
        }
    }

    func domain(_ name: [String], on connection: any Connection) async throws -> [DatabaseFacts.DomainColumn] {
        let text = SQL.dotted(name)
        let found = try await connection.query(
            "SELECT pg_catalog.to_regtype(\(literal: text))::pg_catalog.oid AS type", under: rowSettings(.seconds(10)))
        guard let oid = found.first?[0].integer else { return [] }
        let rows = try await connection.lookUp(
            """
            WITH RECURSIVE d(type) AS (
              SELECT \(oid)::oid UNION SELECT t.oid FROM pg_type t JOIN d ON t.typbasetype = d.type WHERE t.typtype = 'd')
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type FROM d JOIN pg_attribute a ON a.atttypid = d.type
            JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY 1, 2, 3
            """)
        return try rows.map { row in
            DatabaseFacts.DomainColumn(
                table: [try row.string("nspname"), try row.string("relname")], column: try row.string("attname"),
                type: try row.string("type"))
        }
    }

    func type(_ text: String, on connection: any Connection) async throws -> TypeFacts? {
        let found = try await connection.query(
            "SELECT pg_catalog.to_regtype(\(literal: text))::pg_catalog.oid AS type", under: rowSettings(.seconds(10)))
        guard let oid = found.first?[0].integer else { return nil }
        let rows = try await connection.lookUp(
            "SELECT typtype = 'd' AS domain, typnotnull, typdefault FROM pg_type WHERE oid = \(oid)")
        guard let row = rows.first else { return nil }
        var facts = TypeFacts()
        facts.isDomain = try row.bool("domain")
        facts.isNotNull = try row.bool("typnotnull")
        facts.defaultValue = facts.isDomain ? try row.optionalString("typdefault") : nil
        return facts
    }

    func seedValues(_ start: Catalog) -> any SeedValues { PostgresSeedValues(start: start) }

    func isAtFault(_ error: DatabaseError) -> Bool {
        ["22", "23"].contains { error.code?.hasPrefix($0) == true }
    }

    /// A value that is no `tsvector` is a syntax error to the server.
    func isOfRows(_ error: DatabaseError) -> Bool {
        isAtFault(error) || error.message.hasPrefix("syntax error in tsvector")
    }

    private static func list(_ oids: some Sequence<Int64>) -> SQL { "\(oids.map { "\($0)" as SQL }, separator: ", ")" }
}
