import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import TestSupport

/// Looks from a second connection at what a statement takes while its transaction is open, and at what has become of files
/// and counts of scans when it is committed.
struct LockTracer {
    /// A line for each relation that was there before: `table lab.people AccessExclusiveLock rewritten`.
    static func lines(of statement: String, setup: String) async throws -> [String] {
        let isOfRows = ["UPDATE", "DELETE", "INSERT", "SELECT", "WITH"].contains { statement.hasPrefix($0) }
        return try await TestServer.with(setup + (isOfRows ? MeasuredStatements.manyRows : "")) { worker in
            let name = try await worker.query("SELECT current_database() AS name, pg_backend_pid() AS pid").first
            let pid = try name?.int("pid") ?? 0
            let observer = try await PostgresConnection.open(
                TestServer.url().replacing(database: try name?.string("name") ?? ""))
            // What the setup has gone through is counted before.
            try await worker.execute("SELECT pg_stat_force_next_flush()")
            let before = try await relations(observer)
            try await worker.execute("BEGIN")
            try await worker.execute(SQL(raw: statement))
            let locks = try await observer.query(
                """
                SELECT relation::int8 AS oid, array_to_string(array_agg(mode), ' ') AS modes FROM pg_locks
                WHERE pid = \(raw: "\(pid)") AND relation IS NOT NULL GROUP BY relation
                """)
            try await worker.execute("SELECT pg_stat_force_next_flush()")
            try await worker.execute("COMMIT")
            let after = try await relations(observer)
            await observer.close()
            var modes: [Int: String] = [:]
            for row in locks { modes[try row.int("oid")] = strongest(try row.string("modes")) }
            let lines = lines(before, after, modes)
            // An empty file takes the place of the old one.
            return statement.hasPrefix("TRUNCATE") ? lines.map { $0.replacing(" rewritten", with: "") } : lines
        }
    }

    private struct Relation {
        let name: String
        let kind: String
        let file: Int?
        let scans: Int
        let owner: Int?
    }

    private static func relations(_ observer: any Connection) async throws -> [Int: Relation] {
        try await observer.execute("SELECT pg_stat_clear_snapshot()")
        let rows = try await observer.query(
            """
            SELECT c.oid::int8 AS oid, c.oid::regclass::text AS name, c.relkind::text AS kind,
                NULLIF(c.relfilenode, 0)::int8 AS file, coalesce(s.seq_scan, 0) AS scans,
                coalesce(i.indrelid, h.inhparent)::int8 AS owner
            FROM pg_class c LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid LEFT JOIN pg_index i ON i.indexrelid = c.oid
                LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND c.relispartition
            WHERE c.relnamespace = 'lab'::regnamespace AND c.relkind <> 'c'
            """)
        var all: [Int: Relation] = [:]
        for row in rows {
            all[try row.int("oid")] = Relation(
                name: try row.string("name"), kind: try row.string("kind"), file: try row.optionalInt("file"),
                scans: try row.int("scans"), owner: try row.optionalInt("owner"))
        }
        return all
    }

    private static let order = [
        "AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock",
        "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock",
    ]

    private static func strongest(_ modes: String) -> String {
        modes.split(separator: " ").map(String.init)
            .max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? ""
    }

    private static func lines(_ before: [Int: Relation], _ after: [Int: Relation], _ modes: [Int: String]) -> [String] {
        func effect(_ oid: Int) -> String? {
            guard let old = before[oid] else { return nil }
            guard let new = after[oid] else { return "dropped" }
            if new.file != nil, new.file != old.file { return "rewritten" }
            return new.scans > old.scans ? "scanned" : nil
        }
        // A partition that is locked as its table is counted there.
        func top(_ oid: Int) -> Int {
            var found = oid
            var next = before[oid]?.kind == "r" || before[oid]?.kind == "p" ? before[oid]?.owner : nil
            while let owner = next {
                if modes[owner] == modes[oid], (after[owner] == nil) == (after[oid] == nil) { found = owner }
                next = before[owner]?.owner
            }
            return found
        }
        var tables: [Int: (parts: Int, effects: Set<String>)] = [:]
        var lines: [String] = []
        for (oid, relation) in before {
            guard let mode = modes[oid] else { continue }
            switch relation.kind {
            case "r", "p", "f":
                var line = tables[top(oid)] ?? (0, [])
                if top(oid) != oid { line.parts += 1 }
                effect(oid).map { _ = line.effects.insert($0) }
                tables[top(oid)] = line
            case "i", "I":
                // Of an index what its table does not say.
                let blocks = (order.firstIndex(of: mode) ?? 0) >= 4
                let isTold =
                    relation.owner.flatMap { modes[$0] }.map { order.firstIndex(of: $0) ?? 0 } ?? -1
                    >= order.firstIndex(of: mode) ?? 0
                let isRewritten = effect(oid) == "rewritten" && relation.owner.flatMap(effect) != "rewritten"
                if blocks && !isTold || isRewritten {
                    lines.append(
                        "index \(after[oid]?.name ?? relation.name) \(mode)\(effect(oid).map { " " + $0 } ?? "")")
                }
            case "m": lines.append("materialized view \(name(oid)) \(mode)\(effect(oid).map { " " + $0 } ?? "")")
            case "v": lines.append("view \(name(oid)) \(mode)\(effect(oid).map { " " + $0 } ?? "")")
            case "S": lines.append("sequence \(name(oid)) \(mode)\(effect(oid).map { " " + $0 } ?? "")")
            default: continue
            }
        }
        func name(_ oid: Int) -> String { after[oid]?.name ?? before[oid]?.name ?? "" }
        for (oid, line) in tables {
            let effect = line.effects.contains("rewritten") ? "rewritten" : line.effects.first
            lines.append(
                "table \(name(oid))\(line.parts > 0 ? " +\(line.parts)" : "") \(modes[oid] ?? "")"
                    + (effect.map { " " + $0 } ?? ""))
        }
        return lines.sorted()
    }
}
