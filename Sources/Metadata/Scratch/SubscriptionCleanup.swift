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
