import AutogenPlan
import AutogenConnection
package import AutogenSchema

/// What applying revisions has to know of an engine.
protocol MigrationEngine: VersionTableEngine, StatementEngine, OfflineEngine, FactsEngine,
    MeasuringEngine, BatchEngine
{
    // MARK: Whoever else is there

    /// Whether one connection at a time can write to the database, so that who finds it taken tries the whole again.
    var hasOneWriter: Bool { get }

    /// Runs `body` while nobody else migrates the database.
    func holding<Result: Sendable>(
        _ lock: MigrationLock, on connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result

    /// Whether nobody migrates the database; where it can be, nobody begins to as long as the transaction lasts that is open.
    func isAtRest(_ table: VersionTable, on connection: any Connection) async throws -> Bool

    /// Sets the time limits of the session while `body` runs.
    func limiting<Result: Sendable>(
        _ settings: MigrationSettings, on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result

    /// Sets the time limits of the transaction that is open.
    func limit(_ settings: MigrationSettings, on connection: any Connection) async throws

    /// The time limits of the transaction that is open: for locks, and for statements where that is given. Zero is none.
    func limits(lock: Duration, _ statement: Duration?) -> [SQL]

    /// What says for whom a session waits; `nil` where nobody can.
    func lockHolders(
        from connection: any Connection, _ opens: (@Sendable () async throws -> any Connection)?
    ) async throws -> LockHolders?

    // MARK: References between tables

    /// Runs `body` while no reference is checked, where tables can't be rebuilt otherwise.
    func suspendingReferences<Result: Sendable>(
        on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result

    /// What tells afterwards which references some statements have broken; `nil` where the engine lets none be broken.
    func referenceCheck(
        before statements: () throws -> [ScriptStatement]?, on connection: any Connection
    ) async throws -> ReferenceCheck?

    /// Throws where scripts would lose rows in a transaction of the caller's in which references are checked.
    func refuseCheckedReferences(
        on connection: any Connection, for scripts: [RevisionScript], _ direction: Direction
    ) async throws

    // MARK: Locks of a transaction

    /// Whether a transaction can grow too large for the server by the number of objects that it locks.
    var hasLimitedLocks: Bool { get }

    /// About how many objects a statement with these effects locks.
    func estimatedLocks(of effects: Statement.Effects) -> Int

    /// What says where the rest of a script is committed on its way; `nil` where that does not matter.
    ///
    /// Throws where one statement alone needs more locks than there are.
    func lockWatch(
        over plan: ScriptSegments, from done: Int, of script: RevisionScript, on connection: any Connection
    ) async throws -> LockWatch?

    /// Ends what an earlier try of a statement has left halfway; whether there was anything, so that it need not run.
    func finish(_ statement: ScriptStatement, on connection: any Connection) async throws -> Bool

    // MARK: Errors

    /// Whether the reason of an error was a lock that another connection held, so that trying again may help.
    func mayRepeat(after error: DatabaseError) -> Bool

    /// Whether a statement that may have run before failed since it had: what it makes is there, what it drops is gone.
    func hasRunBefore(_ error: DatabaseError) -> Bool

    /// The error with what to do where a script is too large for one transaction.
    func explained(_ error: DatabaseError, in plan: ScriptSegments) -> DatabaseError

    /// Drops what an earlier try of a statement has left unfinished, and returns its name.
    func cleanUp(before statement: ScriptStatement, on connection: any Connection) async throws -> String?
}

/// How an engine keeps the version table.
protocol VersionTableEngine: Sendable {
    /// The qualified name in a statement.
    func path(of table: VersionTable) -> [String]
    /// The type of a moment.
    var momentType: SQL { get }
    /// The moment at hand.
    var now: SQL { get }
    /// A moment of the table as `2026-11-28T10:15:00Z`.
    func written(_ moment: SQL) -> SQL
    /// A query that has a row where the table is.
    func existence(of table: VersionTable) -> SQL
}

/// What statements of a script are to an engine.
protocol StatementEngine: Sendable {
    /// Whether the engine refuses a statement inside of a transaction.
    func mustStandAlone(_ statement: ScriptStatement) -> Bool

    /// Whether a statement may end a transaction of its own, or has no effect inside of one.
    func mayNeedToStandAlone(_ statement: ScriptStatement) -> Bool

    /// Whether clients can read and write meanwhile, however long a statement takes and waits.
    func letsOthersWork(_ statement: ScriptStatement) -> Bool

    /// Whether a statement says itself how long the next ones wait for locks.
    func setsLockLimit(_ statement: ScriptStatement) -> Bool

    /// Whether a statement sets something that stays set in the session.
    func isLastingSetting(_ statement: ScriptStatement) -> Bool

    /// What statements of a script concern that is outside of the database, and a scratch database leaves out.
    func leftOut(of sql: String) -> [String]
}

/// What statements that take their rows in batches have to know of an engine.
protocol BatchEngine: Sendable {
    /// Why there is no such thing; `nil` where others can write between two batches.
    var batchRefusal: String? { get }

    /// Why the rows of a table can't be divided so; `nil` where they can.
    func keyFault(of statement: BatchedStatement, on connection: any Connection) async throws -> String?

    /// How far the last of the replicas is behind.
    func replicaLag(on connection: any Connection) async throws -> ReplicaLag
}

/// How far replicas are behind.
enum ReplicaLag: Sendable {
    /// Zero where there is none.
    case bytes(Int)
    /// Why nobody can say.
    case hidden(String)
}

/// How a script for the engine's shell is written.
protocol OfflineEngine: Sendable {
    /// How to run it, and what must stand in front of everything.
    var offlineHeader: [String] { get }
    /// The time limits of the session.
    func offlineLimits(_ settings: MigrationSettings) -> [String]
    /// A statement that means the same to the engine's shell as to the engine.
    func shellText(of sql: String) -> String
}

extension Dialect {
    /// The settings under which rows are looked at, without waiting for longer than this.
    package func rowSettings(_ limit: Duration) -> [SQL] { migration.rowSettings(limit) }

    var migration: any MigrationEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}
