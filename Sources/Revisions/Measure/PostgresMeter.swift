import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

extension PostgresEngine: MeasuringEngine {
    var locksRelations: Bool { true }

    func meter(for script: RevisionScript, on connection: any Connection) async throws -> any StatementMeter {
        try await PostgresMeter(for: script, on: connection)
    }

    func needsItsTransaction(_ statement: ScriptStatement) -> Bool {
        let words = statement.words
        switch words.first {
        case "set": return ["local", "constraints", "transaction"].contains(words.dropFirst().first)
        case "lock", "savepoint", "release", "rollback", "declare", "fetch", "move", "close": return true
        case "create": return words.prefix(4).contains { $0 == "temp" || $0 == "temporary" } && words.contains("commit")
        default: return words.contains("set_config")
        }
    }
}

/// Asks the server after each statement, in its transaction, which locks it holds (`pg_locks`), which files are others than
/// before (`pg_relation_filenode`), and how often relations were read through (`pg_stat_get_xact_numscans`).
struct PostgresMeter: StatementMeter {
    private struct Relation {
        var address: Address
        let isIndex: Bool
        /// Of an index its table, of a partition what it is a part of.
        let owner: Int?
        var file: Int?
    }

    /// What a statement has done.
    private struct Seen {
        let lock: LockMode
        let effect: RelationUse.Effect?
    }

    private let connection: any Connection
    /// What was there before, by OID.
    private var known: [Int: Relation] = [:]
    /// What the transaction has locked, before the statement that runs.
    private var held: [Int: LockMode] = [:]
    /// How often relations were read through when the server was asked the last time.
    private var scans: [Int: Int] = [:]
    /// What lets the server count from nothing (since 15); an earlier one begins anew when it has told its collector.
    private let flush: SQL?
    /// Whether the server counts from nothing.
    private var isFlushed = false

    init(for script: RevisionScript, on connection: any Connection) async throws {
        self.connection = connection
        let version = try await connection.serverVersion()
        flush = version.major >= 15 ? "SELECT pg_catalog.pg_stat_force_next_flush()" : nil
        if script.revision.settings == .pinned { _ = try await connection.query(PinnedSettings.lasting) }
        // Without it a server counts no scan.
        if try await connection.query("SHOW track_counts").first?.string("track_counts") == "off" {
            try await connection.execute("SET track_counts = on")
        }
        for row in try await connection.query(Self.relations) {
            let kind = try row.string("kind")
            let path = [try row.string("schema"), try row.string("name")]
            known[try row.int("oid")] = Relation(
                address: Address(kind: kind, path: path), isIndex: kind == Kind.index.rawValue,
                owner: try row.optionalInt("owner"), file: try row.optionalInt("file"))
        }
        guard
            try await connection.query("SELECT 1 FROM pg_catalog.pg_prepared_statements WHERE name = 'autogen_taken'")
                .isEmpty
        else { return }
        try await connection.execute("PREPARE autogen_taken AS \(Self.taken)")
    }

    var hasRelations: Bool { !known.isEmpty }

    mutating func beginTransaction() async throws {
        held = [:]
        guard let flush else { return }
        if !isFlushed { _ = try await connection.query(flush) }
        isFlushed = true
        scans = [:]
    }

    mutating func run(_ statement: ScriptStatement) async throws -> [RelationUse] {
        guard try await !connection.isInTransaction() else {
            isFlushed = false
            guard hasRelations else {
                try await connection.execute(SQL(raw: statement.text))
                return []
            }
            let plan = try await plan(of: statement)
            try await connection.execute(SQL(raw: statement.text))
            return try uses(try await connection.query("EXECUTE autogen_taken"), of: statement, plan)
        }
        // As `transaction(_:_:)` does it, with fewer round trips: there may be a thousand statements.
        _ = try await connection.query("BEGIN")
        do {
            let plan = try await plan(of: statement)
            try await connection.execute(SQL(raw: statement.text))
            let ends = [flush, "COMMIT"].compactMap { $0 }
            return try uses(try await connection.batch(["EXECUTE autogen_taken"] + ends)[0], of: statement, plan)
        } catch {
            // A task of its own, since a cancelled one could not send the ROLLBACK.
            await Task { [connection] in _ = try? await connection.query("ROLLBACK") }.value
            throw error
        }
    }

    /// A block and a procedure that commit nothing run like any other statement.
    mutating func runAlone(_ statement: ScriptStatement) async throws -> [RelationUse] {
        guard PostgresEngine().mustStandAlone(statement) else {
            do {
                try await beginTransaction()
                return try await run(statement)
            } catch let error as DatabaseError where error.code == Self.endsTransaction {
                try await connection.execute(SQL(raw: statement.text))
                return []
            }
        }
        let uses = try await CommittingStatement(statement)?.uses(on: connection) ?? []
        try await connection.execute(SQL(raw: statement.text))
        // What it has counted is not told to the server yet.
        isFlushed = false
        return uses
    }

    /// `invalid_transaction_termination`
    private static let endsTransaction = "2D000"

    /// What the server plans for a statement about rows, where tables are large: here are few rows, so that it looks for no
    /// index. `nil` for any other statement.
    private func plan(of statement: ScriptStatement) async throws -> RowPlan? {
        let words = ["insert", "update", "delete", "merge", "with", "select", "table"]
        guard words.contains(statement.words.first ?? "") else { return nil }
        let answers = try await connection.batch([
            "SAVEPOINT autogen_plan", "SET LOCAL enable_seqscan = off",
            "EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) \(raw: statement.text)",
            "ROLLBACK TO SAVEPOINT autogen_plan", "RELEASE SAVEPOINT autogen_plan",
        ])
        return answers[2].first?[0].text.flatMap { try? RowPlan($0) }
    }

    /// - Parameter plan: that of a statement about rows.
    private mutating func uses(
        _ rows: Rows, of statement: ScriptStatement, _ plan: RowPlan?
    ) throws -> [RelationUse] {
        var seen: [Int: Seen] = [:]
        // An empty file takes the place of the old one.
        let empties = statement.words.first == "truncate"
        let copies = statement.words.first == "insert"
        for row in rows {
            let oid = try row.int("oid")
            guard let relation = known[oid] else { continue }
            let modes = try row.string("modes").split(separator: ",").compactMap { LockMode(reported: $0) }
            guard let lock = modes.max() else { continue }
            let before = held[oid]
            held[oid] = max(lock, before ?? lock)
            let file = try row.optionalInt("file")
            let counted = try row.optionalInt("scans") ?? 0
            let isScanned = counted > scans[oid] ?? 0 || counted > 0 && counted < scans[oid] ?? 0
            scans[oid] = counted
            let effect: RelationUse.Effect?
            if let schema = try row.optionalString("schema"), let name = try row.optionalString("name") {
                // Of what a statement reads by triggers and functions its plan says nothing.
                let isRead =
                    plan?.reads([schema, name]) ?? (isScanned && !relation.isIndex && !empties)
                let isRewritten = file != nil && file != relation.file && !empties
                effect = isRewritten ? .rewritten : isRead ? (copies ? .copied : .scanned) : nil
                // What was renamed is told of by the name that a reader of the statement finds behind it.
                known[oid]?.address = Address(kind: relation.address.kind, path: [schema, name])
                known[oid]?.file = file
            } else {
                effect = .dropped
            }
            guard effect != nil || before.map({ lock > $0 }) ?? true else { continue }
            seen[oid] = Seen(lock: lock, effect: effect)
        }
        let uses = folded(seen.filter { !isToldByItsTable($0.key, $0.value, seen) })
        for (oid, use) in seen where use.effect == .dropped { known[oid] = nil }
        return uses
    }

    /// An index is told of where its table does not say the same.
    private func isToldByItsTable(_ oid: Int, _ use: Seen, _ seen: [Int: Seen]) -> Bool {
        guard let relation = known[oid], relation.isIndex else { return false }
        guard use.lock.blocksWrites || use.effect != nil else { return true }
        guard let table = relation.owner.flatMap({ seen[$0] }), table.lock >= use.lock else { return false }
        return use.effect == nil || use.effect == .dropped || table.effect == .rewritten
    }

    /// Partitions that are locked as what they are parts of stand with that.
    private func folded(_ seen: [Int: Seen]) -> [RelationUse] {
        var parts: [Int: [Seen]] = [:]
        var roots: [Int] = []
        for (oid, use) in seen {
            // A part that goes is told of by itself where the whole stays.
            if let root = root(of: oid, use, seen) { parts[root, default: []].append(use) } else { roots.append(oid) }
        }
        return roots.compactMap { oid in
            guard let relation = known[oid], let use = seen[oid] else { return nil }
            let own = parts[oid] ?? []
            let effects = ([use] + own).compactMap(\.effect)
            // What takes the longest stands for all.
            let effect = RelationUse.Effect.longest(of: effects)
            return RelationUse(
                relation.address, lock: use.lock, effect: effect ?? use.effect, partitions: own.count)
        }.sorted { $0.relation < $1.relation }
    }

    /// The uppermost table of which a partition is a part and that is locked like it.
    private func root(of oid: Int, _ use: Seen, _ seen: [Int: Seen]) -> Int? {
        var root: Int?
        var current = known[oid]
        while let relation = current, !relation.isIndex, let owner = relation.owner {
            if let whole = seen[owner], whole.lock == use.lock, (whole.effect == .dropped) == (use.effect == .dropped) {
                root = owner
            }
            current = known[owner]
        }
        return root
    }

    /// What can be locked, outside of the server's own schemas (<https://www.postgresql.org/docs/current/catalog-pg-class.html>).
    private static let relations: SQL = """
        SELECT c.oid::pg_catalog.int8 AS oid, n.nspname AS schema, c.relname AS name,
            CASE c.relkind WHEN 'm' THEN 'materialized view' WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
                WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' ELSE 'table' END AS kind,
            CASE WHEN c.relkind IN ('i', 'I')
                THEN (SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid)
                WHEN c.relispartition
                THEN (SELECT h.inhparent FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid LIMIT 1)
            END::pg_catalog.int8 AS owner,
            pg_catalog.pg_relation_filenode(c.oid)::pg_catalog.int8 AS file
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S', 'i', 'I') AND c.relpersistence <> 't'
            AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        """

    /// What the transaction that is open holds, of what is not the server's own.
    private static let taken: SQL = """
        SELECT l.relation::pg_catalog.int8 AS oid, pg_catalog.string_agg(l.mode, ',') AS modes,
            pg_catalog.pg_relation_filenode(l.relation)::pg_catalog.int8 AS file,
            pg_catalog.pg_stat_get_xact_numscans(l.relation) AS scans,
            pg_catalog.min(n.nspname::pg_catalog.text) AS schema, pg_catalog.min(c.relname::pg_catalog.text) AS name
        FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation
            LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation'
            AND l.relation >= 16384::pg_catalog.oid
        GROUP BY l.relation
        """
}

extension LockMode {
    /// As `pg_locks` writes it: `AccessExclusiveLock`.
    fileprivate init?(reported mode: some StringProtocol) {
        let words = mode.lowercased()
        let found = Self.allCases.first { $0.rawValue.filter { $0 != " " }.lowercased() + "lock" == words }
        guard let found else { return nil }
        self = found
    }
}
