import AutogenConnection
import AutogenPlan
import AutogenSchema

/// What only the server knows of batches.
extension PostgresEngine: BatchEngine {
    var batchRefusal: String? { nil }

    /// A row whose key is NULL would be in no batch.
    func keyFault(of statement: BatchedStatement, on connection: any Connection) async throws -> String? {
        let table = SQL.dotted(statement.table)
        switch statement.comment.key {
        case .columns(let columns):
            let rows = try await connection.query(
                """
                SELECT attname::text AS name, attnotnull FROM pg_catalog.pg_attribute
                WHERE attrelid = pg_catalog.to_regclass(\(literal: table)) AND attnum > 0 AND NOT attisdropped
                """)
            var refusesNull: [String: Bool] = [:]
            for row in rows { refusesNull[try row.string("name")] = try row.bool("attnotnull") }
            for column in columns {
                guard let isSure = refusesNull[column] else { return "\(table) has no column \(column)" }
                guard isSure else { return "\(column) may be NULL, and such rows would be in no batch" }
            }
            return nil
        case .place:
            let row = try await connection.query(
                """
                SELECT relkind = 'p' OR relhassubclass AS divided FROM pg_catalog.pg_class
                WHERE oid = pg_catalog.to_regclass(\(literal: table))
                """
            ).first
            return try row?.bool("divided") == true
                ? "\(table) has partitions or children, in which ctid is not the place of one row" : nil
        }
    }

    /// Source: `pg_stat_replication`, whose places only some roles see
    /// (<https://www.postgresql.org/docs/current/monitoring-stats.html>).
    func replicaLag(on connection: any Connection) async throws -> ReplicaLag {
        let row = try await connection.query(
            """
            SELECT pg_catalog.max(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), replay_lsn))::int8 AS lag,
                pg_catalog.count(*) > 0 AND pg_catalog.count(replay_lsn) = 0 AS hidden
            FROM pg_catalog.pg_stat_replication
            """
        ).first
        if try row?.bool("hidden") == true { return .hidden("this role can't see it; it needs pg_monitor") }
        return try row?.optionalInt("lag").map { .bytes($0) } ?? .bytes(0)
    }
}
