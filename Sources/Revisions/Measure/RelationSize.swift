package import AutogenConnection
package import AutogenPlan
package import AutogenSchema

/// How large a relation of a live database is.
public struct RelationSize: Sendable, Hashable, CustomStringConvertible {
    /// On disk, with its TOAST table and without its indexes; `nil` where the engine can't say without reading all of it.
    public let bytes: Int?
    /// About how many rows there are; `nil` where nothing has counted them yet.
    public let rows: Int?

    package init(bytes: Int?, rows: Int?) {
        self.bytes = bytes
        self.rows = rows
    }

    /// Whether there is certainly nothing in it.
    package var isEmpty: Bool { bytes == 0 || bytes == nil && rows == 0 }

    /// `2.1 GB, about 14 million rows`
    public var description: String {
        if isEmpty { return "empty" }
        return [bytes.map(Self.text), rows.map { "about \(Self.count($0)) row\($0 == 1 ? "" : "s")" }].compactMap { $0 }
            .joined(
                separator: ", ")
    }

    package static func all(of relations: [Address], on connection: any Connection) async throws -> [Address:
        RelationSize]
    {
        try await connection.dialect.migration.sizes(of: relations, on: connection)
    }

    package static func text(bytes: Int) -> String {
        var value = Double(bytes)
        var unit = "bytes"
        for next in ["kB", "MB", "GB", "TB", "PB"] where value >= 1000 {
            value /= 1024
            unit = next
        }
        return unit == "bytes" ? "\(bytes) bytes" : "\(rounded(value)) \(unit)"
    }

    private static func count(_ rows: Int) -> String {
        guard rows >= 10_000 else { return "\(rows)" }
        for (unit, name) in [(1_000_000_000, "billion"), (1_000_000, "million")] where rows >= unit {
            return "\(rounded(Double(rows) / Double(unit))) \(name)"
        }
        return "\(rows / 1000),000"
    }

    /// Two digits at least: `2.1`, `14`.
    private static func rounded(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return value < 9.95 && tenths % 10 != 0 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(value.rounded()))"
    }
}

extension StatementFacts {
    /// The facts as a script has them, with the sizes that are known.
    package func text(with sizes: [Address: RelationSize]) -> String {
        func text(_ use: RelationUse) -> String {
            let size = use.effect?.growsWithRows == true ? sizes[use.relation].map(\.description) : nil
            return use.description + (size.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
        }
        return (uses.map(text) + held.enumerated().map { ($0 == 0 ? "held: " : "") + text($1) }).joined(separator: "; ")
    }
}

extension PostgresEngine {
    /// By the statistics of the server, those of partitions together. A table without rows may have pages that wait for
    /// long values.
    func sizes(of relations: [Address], on connection: any Connection) async throws -> [Address: RelationSize] {
        guard !relations.isEmpty else { return [:] }
        let names = relations.enumerated().map { index, relation -> SQL in
            "(\(raw: "\(index)"), pg_catalog.to_regclass(\(literal: SQL.dotted(relation.path)))::pg_catalog.oid)"
        }
        let rows = try await connection.lookUp(
            """
            SELECT n.place, CASE WHEN pg_catalog.sum(pg_catalog.pg_relation_size(c.oid)) = 0 THEN 0
                ELSE pg_catalog.sum(pg_catalog.pg_table_size(c.oid)) END::pg_catalog.int8 AS bytes,
                CASE WHEN pg_catalog.bool_and(c.reltuples >= 0)
                    THEN pg_catalog.sum(c.reltuples)::pg_catalog.int8 END AS rows
            FROM (VALUES \(names, separator: ", ")) n (place, oid)
                CROSS JOIN LATERAL (SELECT n.oid UNION SELECT relid FROM pg_catalog.pg_partition_tree(n.oid)) t
                JOIN pg_catalog.pg_class c ON c.oid = t.oid AND c.relkind IN ('r', 'm', 'i')
            GROUP BY n.place
            """)
        var sizes: [Address: RelationSize] = [:]
        for row in rows {
            sizes[relations[try row.int("place")]] = RelationSize(
                bytes: try row.optionalInt("bytes"), rows: try row.optionalInt("rows"))
        }
        return sizes
    }
}

extension SQLiteEngine {
    /// By the highest number of a row, which is found without reading the others.
    func sizes(of relations: [Address], on connection: any Connection) async throws -> [Address: RelationSize] {
        var sizes: [Address: RelationSize] = [:]
        for relation in relations {
            let query: SQL = "SELECT coalesce(max(rowid), 0) AS rows FROM \(name: relation.ownName)"
            // A table without such numbers, or with a column of that name, is only known to be empty or not.
            if let rows = try? await connection.query(query).first?.int("rows") {
                sizes[relation] = RelationSize(bytes: nil, rows: rows)
            } else if let rows = try? await connection.query("SELECT 1 FROM \(name: relation.ownName) LIMIT 1") {
                sizes[relation] = RelationSize(bytes: nil, rows: rows.isEmpty ? 0 : nil)
            }
        }
        return sizes
    }
}
