import AutogenConnection
import AutogenSchema

/// Rolls back what a script left prepared for a second phase: a database that holds such a transaction can't be dropped.
enum PreparedTransactions {
    static func rollBack(in connection: any Connection) async throws(DatabaseError) {
        let rows = try await connection.lookUp(
            """
            SELECT gid FROM pg_catalog.pg_prepared_xacts
            WHERE database OPERATOR(pg_catalog.=) pg_catalog.current_database()
            """)
        for row in rows { try await connection.execute("ROLLBACK PREPARED \(literal: row.string("gid"))") }
    }
}
