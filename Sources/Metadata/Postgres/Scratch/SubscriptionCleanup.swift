import AutogenConnection
import AutogenSchema

/// Drops the subscriptions of a scratch database: a database that has one can't be dropped.
enum SubscriptionCleanup {
    private static let names: SQL = """
        SELECT subname AS name FROM pg_subscription
        WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        """

    static func run(on connection: any Connection) async throws {
        for row in try await connection.lookUp(names) {
            let name = try row.string("name")
            // Without its slot, a subscription goes without asking the other server.
            for sql: SQL in [
                "ALTER SUBSCRIPTION \(name: name) DISABLE", "ALTER SUBSCRIPTION \(name: name) SET (slot_name = NONE)",
                "DROP SUBSCRIPTION \(name: name)",
            ] {
                try await connection.execute(sql)
            }
        }
    }
}

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
