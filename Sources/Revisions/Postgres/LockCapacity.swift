import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// How many locks a PostgreSQL server has room for, over all of its transactions
/// (<https://www.postgresql.org/docs/current/runtime-config-locks.html>).
public struct LockCapacity: Sendable, Hashable {
    /// The setting `max_locks_per_transaction`.
    public let perTransaction: Int
    /// `max_connections` and `max_prepared_transactions` together.
    public let transactions: Int

    /// The product of both: what all transactions together can hold.
    public var limit: Int { perTransaction * transactions }

    init(on connection: any Connection) async throws {
        let row = try await connection.lookUp(
            """
            SELECT current_setting('max_locks_per_transaction')::int AS locks,
                current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int AS sessions
            """
        ).first
        perTransaction = try row?.int("locks") ?? 64
        transactions = try row?.int("sessions") ?? 100
    }

    /// The setting with which there is room for so many, with something left for others.
    func setting(for locks: Int) -> Int { (locks + locks / 4) / max(1, transactions) + 1 }

    /// How many of them the transaction that is open holds.
    static func held(on connection: any Connection) async throws -> Int {
        let row = try await connection.lookUp(
            """
            SELECT count(*)::int AS held FROM pg_catalog.pg_locks
            WHERE pid = pg_catalog.pg_backend_pid() AND locktype IN ('relation', 'object')
            """
        ).first
        return try row?.int("held") ?? 0
    }
}

/// The locks of a script's statements, as far as they go over many tables: those that drop or change a table with
/// everything that inherits from it. What is dropped is locked with its row type and that one's array type, its TOAST
/// table, indexes, defaults, constraints and triggers.
struct LockNeeds: Sendable {
    /// By the statement's place in the script.
    private var locks: [Int: Int] = [:]

    init() {}

    init(_ statements: [ScriptStatement], on connection: any Connection) async throws {
        let targets = statements.enumerated().flatMap { index, statement in
            LockTarget.all(of: statement.sql).map { (index, $0) }
        }
        guard !targets.isEmpty else { return }
        let values = targets.map { index, target -> SQL in
            "(\(raw: "\(index)"), \(literal: SQL.dotted(target.table)), \(raw: target.dropsIt ? "true" : "false"))"
        }
        let rows = try await connection.lookUp(
            """
            WITH RECURSIVE named (place, oid, drops) AS (
                SELECT v.place, pg_catalog.to_regclass(v.name)::oid, v.drops FROM (VALUES \(values, separator: ", "))
                AS v (place, name, drops)
            ), tree (place, oid, drops) AS (
                SELECT place, oid, drops FROM named WHERE oid IS NOT NULL
                UNION SELECT t.place, i.inhrelid, t.drops FROM tree t
                JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid
            )
            SELECT t.place, sum(1 + CASE WHEN NOT t.drops THEN 0 ELSE 2
                + CASE WHEN c.reltoastrelid <> 0 THEN 2 ELSE 0 END
                + (SELECT count(*) FROM pg_catalog.pg_index x WHERE x.indrelid = t.oid)
                + (SELECT count(*) FROM pg_catalog.pg_attrdef d WHERE d.adrelid = t.oid)
                + (SELECT count(*) FROM pg_catalog.pg_constraint k WHERE k.conrelid = t.oid)
                + (SELECT count(*) FROM pg_catalog.pg_trigger g WHERE g.tgrelid = t.oid) END)::int AS locks
            FROM tree t JOIN pg_catalog.pg_class c ON c.oid = t.oid GROUP BY t.place
            """)
        for row in rows { locks[try row.int("place")] = try row.int("locks") }
    }

    subscript(place: Int) -> Int { locks[place] ?? 0 }

    /// The statement that locks the most.
    var largest: (place: Int, locks: Int)? {
        locks.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }
}

/// A table that a statement drops or changes together with its partitions and children.
private struct LockTarget {
    let table: [String]
    let dropsIt: Bool

    static func all(of statement: SQLStatement) -> [LockTarget] {
        var reader = statement.reader
        if reader.skip("DROP", "TABLE") {
            reader.skip("IF", "EXISTS")
            var targets: [LockTarget] = []
            repeat {
                guard let name = reader.name() else { break }
                targets.append(LockTarget(table: name, dropsIt: true))
            } while reader.skip(symbol: ",")
            return targets
        }
        if reader.skip("ALTER", "TABLE") {
            reader.skip("IF", "EXISTS")
            guard !reader.isAt("ONLY"), let name = reader.name() else { return [] }
            return [LockTarget(table: name, dropsIt: false)]
        }
        guard reader.skip("CREATE", "INDEX") || reader.skip("CREATE", "UNIQUE", "INDEX") else { return [] }
        guard reader.skip(behind: "ON"), !reader.isAt("ONLY"), let name = reader.name() else { return [] }
        return [LockTarget(table: name, dropsIt: false)]
    }
}
