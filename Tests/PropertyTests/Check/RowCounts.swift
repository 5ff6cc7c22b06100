import AutogenConnection
import AutogenPlan
import AutogenSchema

/// How many rows the tables hold, and how many values their columns.
struct RowCounts: Sendable {
    private(set) var counts: [[String]: Int] = [:]
    /// The topmost table of each partition.
    private var roots: [[String]: [String]] = [:]

    init(_ connection: any Connection) async throws {
        let tables = try await connection.query(
            """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'r' AS ordinary,
                   rn.nspname AS root_schema, r.relname AS root_name,
                   (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class r ON r.oid = pg_partition_root(c.oid) AND c.relispartition
            LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
            WHERE (c.relkind = 'r' OR c.relkind = 'p' AND NOT c.relispartition)
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
            """)
        var names: [[String]] = []
        var queries: [SQL] = []
        for row in tables {
            let path = [try row.string("schema"), try row.string("name")]
            let only: SQL = try row.bool("ordinary") ? "ONLY " : ""
            if let schema = try row.optionalString("root_schema"), let name = try row.optionalString("root_name") {
                roots[path] = [schema, name]
            }
            let columns = [String](column: try row.optionalString("columns")) ?? []
            names.append(path)
            queries.append("SELECT \(queries.count) AS place, count(*) AS count FROM \(only)\(name: path)")
            for column in columns {
                names.append(path + [column])
                queries.append("SELECT \(queries.count), count(\(name: column)) FROM \(only)\(name: path)")
            }
        }
        guard !queries.isEmpty else { return }
        let rows = try await connection.query("\(queries, separator: "\nUNION ALL ")")
        // The server may count several at once.
        for row in rows { counts[names[try row.int("place")]] = try row.int("count") }
    }

    var total: Int { counts.filter { $0.key.count == 2 && roots[$0.key] == nil }.values.reduce(0, +) }

    /// Rows and values that got lost on the way to another state without a hazard of that table or column that says so;
    /// the attributes of a type are columns of its tables.
    func losses(until later: RowCounts, by plan: Plan) -> [String] {
        let announced = Set(plan.hazards.filter { $0.kind == .dataLoss }.compactMap(\.object))
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { path, count in
            // What a partition holds may go from one to another.
            guard roots[Array(path.prefix(2))] == nil, let left = later.counts[path] else { return nil }
            let gone = announced.filter { $0.kind == "table" && roots[$0.path] == Array(path.prefix(2)) }
                .reduce(0) { $0 + (counts[$1.path + path.dropFirst(2)] ?? 0) }
            guard path.count == 2 ? !(count - gone...count).contains(left) : left < count - gone else { return nil }
            let isAnnounced =
                announced.contains { $0.path == path || $0.path == Array(path.prefix(2)) }
                || announced.contains { $0.kind == "attribute" }
            return isAnnounced ? nil : "\(path.joined(separator: ".")): \(count), then \(left)"
        }
    }
}
