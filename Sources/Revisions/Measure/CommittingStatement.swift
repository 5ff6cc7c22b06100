import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// A statement of PostgreSQL's that commits on its way, and what it takes by its page in the manual
/// (<https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY> and those of the others).
///
/// A test watches each of them from a second connection while an old snapshot makes it stop at each of its waits.
enum CommittingStatement: Equatable {
    /// `CREATE INDEX CONCURRENTLY ... ON table`
    case createIndex(table: [String])
    /// `DROP INDEX CONCURRENTLY index`
    case dropIndex([String])
    /// `REINDEX TABLE CONCURRENTLY table`
    case rebuildIndexes(table: [String])
    /// `REINDEX INDEX CONCURRENTLY index`
    case rebuildIndex([String])
    /// `ALTER TABLE table DETACH PARTITION partition CONCURRENTLY`
    case detach(partition: [String], from: [String])
    /// `VACUUM table`
    case vacuum(tables: [[String]], isFull: Bool)

    /// `nil` for a statement that names no relation, as one that makes a database.
    init?(_ statement: ScriptStatement) {
        var reader = statement.sql.reader
        switch statement.words.first {
        case "create":
            guard reader.skip(behind: "ON") else { return nil }
            reader.skip("ONLY")
            guard let table = reader.name() else { return nil }
            self = .createIndex(table: table)
        case "drop":
            reader.skip("DROP", "INDEX", "CONCURRENTLY")
            reader.skip("IF", "EXISTS")
            guard let index = reader.name() else { return nil }
            self = .dropIndex(index)
        case "reindex":
            reader.skip("REINDEX")
            _ = reader.parenthesis()
            let isTable = reader.skip("TABLE")
            guard isTable || reader.skip("INDEX") else { return nil }
            reader.skip("CONCURRENTLY")
            guard let name = reader.name() else { return nil }
            self = isTable ? .rebuildIndexes(table: name) : .rebuildIndex(name)
        case "alter":
            reader.skip("ALTER", "TABLE")
            reader.skip("IF", "EXISTS")
            reader.skip("ONLY")
            guard let table = reader.name(), reader.skip("DETACH", "PARTITION"), let part = reader.name() else {
                return nil
            }
            self = .detach(partition: part, from: table)
        case "vacuum":
            reader.skip("VACUUM")
            let isFull = statement.words.contains("full")
            _ = reader.parenthesis()
            while reader.skip("FULL") || reader.skip("FREEZE") || reader.skip("VERBOSE") || reader.skip("ANALYZE") {}
            var tables: [[String]] = []
            while let table = reader.name() {
                tables.append(table)
                _ = reader.parenthesis()
                guard reader.skip(symbol: ",") else { break }
            }
            guard !tables.isEmpty else { return nil }
            self = .vacuum(tables: tables, isFull: isFull)
        default: return nil
        }
    }

    /// What it takes of relations as they are before it runs.
    func uses(on connection: any Connection) async throws -> [RelationUse] {
        func use(
            _ name: [String], _ lock: LockMode, _ effect: RelationUse.Effect? = nil, ofIndex: Bool = false
        ) async throws -> RelationUse? {
            try await Self.relation(name, isIndex: ofIndex, on: connection).map {
                RelationUse($0, lock: lock, effect: effect)
            }
        }
        var uses: [RelationUse?] = []
        switch self {
        case .createIndex(let table): uses = [try await use(table, .shareUpdateExclusive, .scanned)]
        case .dropIndex(let index): uses = [try await use(index, .shareUpdateExclusive, ofIndex: true)]
        case .rebuildIndexes(let table): uses = [try await use(table, .shareUpdateExclusive, .scanned)]
        case .rebuildIndex(let index): uses = [try await use(index, .shareUpdateExclusive, .scanned, ofIndex: true)]
        // At its end, for as long as it takes to change the catalog.
        case .detach(let partition, let table):
            uses = [try await use(table, .shareUpdateExclusive), try await use(partition, .accessExclusive)]
        case .vacuum(let tables, let isFull):
            for table in tables {
                uses.append(
                    try await use(
                        table, isFull ? .accessExclusive : .shareUpdateExclusive, isFull ? .rewritten : .scanned))
            }
        }
        return uses.compactMap { $0 }.sorted { $0.relation < $1.relation }
    }

    /// A table by its name, or by that of its index, as the session finds it.
    private static func relation(
        _ name: [String], isIndex: Bool, on connection: any Connection
    ) async throws -> Address? {
        let oid: SQL = "pg_catalog.to_regclass(\(literal: SQL.dotted(name)))::pg_catalog.oid"
        let table: SQL =
            isIndex ? "(SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = \(oid))" : oid
        let row = try await connection.query(
            """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = \(table)
            """
        ).first
        guard let row else { return nil }
        return Address(
            kind: try row.bool("materialized") ? Kind.materializedView.rawValue : Kind.table.rawValue,
            path: [try row.string("schema"), try row.string("name")])
    }
}
