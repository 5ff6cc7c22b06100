import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// A partition that `DETACH PARTITION ... CONCURRENTLY` takes away: when that is interrupted, the partition stays on its way
/// until it is finished
/// (<https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION>).
struct ConcurrentDetach {
    /// Qualified as they are in the statement.
    let table: [String]
    let partition: [String]

    /// `nil` for any other statement.
    init?(_ statement: ScriptStatement) {
        guard statement.words.last == "concurrently" else { return nil }
        var reader = statement.sql.reader
        guard reader.skip("ALTER", "TABLE") else { return nil }
        reader.skip("IF", "EXISTS")
        reader.skip("ONLY")
        guard let table = reader.name(), reader.skip("DETACH", "PARTITION"), let partition = reader.name() else {
            return nil
        }
        self.table = table
        self.partition = partition
    }

    /// Finishes what an earlier try has left; whether there was anything.
    func finish(on connection: any Connection) async throws -> Bool {
        let rows = try await connection.query(
            """
            SELECT 1 FROM pg_catalog.pg_inherits
            WHERE inhrelid = pg_catalog.to_regclass(\(literal: SQL.dotted(partition)))::pg_catalog.oid AND inhdetachpending
            """)
        guard !rows.isEmpty else { return false }
        try await connection.execute("ALTER TABLE \(name: table) DETACH PARTITION \(name: partition) FINALIZE")
        return true
    }
}
