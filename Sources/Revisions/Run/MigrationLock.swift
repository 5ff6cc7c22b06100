import AutogenConnection
import AutogenSchema

/// Keeps two processes from migrating one database at the same time.
struct MigrationLock {
    let table: VersionTable
    let limit: Duration
    let onWait: @Sendable () -> Void
    let opensAnother: (@Sendable () async throws -> any Connection)?

    func held<Result: Sendable>(
        on connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result {
        try await connection.dialect.migration.holding(self, on: connection, body)
    }
}

/// The lock while it is held.
struct MigrationHold: Sendable {
    /// Whether what is set for a session would stay with others.
    var isShared = false
    /// The connection whose transaction holds it; `nil` where the one that migrates does.
    var keeper: (any Connection)?

    /// To be called before each part: throws where the lock is gone.
    func check() async throws {
        guard let keeper else { return }
        do {
            // Not as a query: by the protocol that has parameters the last one's snapshot stays open, and with it whoever
            // waits for old snapshots goes on waiting.
            try await keeper.execute("SELECT 1")
        } catch {
            throw error.reason == .cancelled ? error : MigrationError.lockLost(error)
        }
    }
}
