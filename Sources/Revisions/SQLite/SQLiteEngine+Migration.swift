import AutogenPlan
import AutogenConnection
import AutogenSchema

extension SQLiteEngine: MigrationEngine {
    var hasOneWriter: Bool { true }

    /// The write lock will do, which each revision's transaction takes when it begins.
    func holding<Result: Sendable>(
        _ lock: MigrationLock, on connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result { try await body(MigrationHold()) }

    /// What a reader sees is what was committed.
    func isAtRest(_ table: VersionTable, on connection: any Connection) async throws -> Bool { true }

    /// How long a statement waits is a matter of the connection.
    func limiting<Result: Sendable>(
        _ settings: MigrationSettings, on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result { try await body() }

    func finish(_ statement: ScriptStatement, on connection: any Connection) async throws -> Bool { false }

    func limits(lock: Duration, _ statement: Duration?) -> [SQL] { [] }

    func lockHolders(
        from connection: any Connection, _ opens: (@Sendable () async throws -> any Connection)?
    ) async throws -> LockHolders? { nil }

    func limit(_ settings: MigrationSettings, on connection: any Connection) async throws {}

    func suspendingReferences<Result: Sendable>(
        on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result { try await ForeignKeys.suspended(on: connection, body) }

    func referenceCheck(
        before statements: () throws -> [ScriptStatement]?, on connection: any Connection
    ) async throws -> ReferenceCheck? {
        try await ReferenceCheck(before: TouchedTables(statements()), on: connection)
    }

    func refuseCheckedReferences(
        on connection: any Connection, for scripts: [RevisionScript], _ direction: Direction
    ) async throws { try await ForeignKeys.checkOff(on: connection, for: scripts, direction) }

    var hasLimitedLocks: Bool { false }
    func estimatedLocks(of effects: Statement.Effects) -> Int { 0 }

    func lockWatch(
        over plan: ScriptSegments, from done: Int, of script: RevisionScript, on connection: any Connection
    ) async throws -> LockWatch? { nil }

    /// A connection to a file that is busy has waited already.
    func mayRepeat(after error: DatabaseError) -> Bool { false }
    func hasRunBefore(_ error: DatabaseError) -> Bool { false }
    func explained(_ error: DatabaseError, in plan: ScriptSegments) -> DatabaseError { error }
    func cleanUp(before statement: ScriptStatement, on connection: any Connection) async throws -> String? { nil }
}

extension SQLiteEngine: VersionTableEngine {
    func path(of table: VersionTable) -> [String] { [table.name] }
    var momentType: SQL { "text" }
    var now: SQL { "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')" }
    func written(_ moment: SQL) -> SQL { moment }

    func existence(of table: VersionTable) -> SQL {
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = \(literal: table.name)"
    }
}

extension SQLiteEngine: StatementEngine {
    /// Sources: <https://www.sqlite.org/lang_vacuum.html>, <https://www.sqlite.org/lang_attach.html>.
    func mustStandAlone(_ statement: ScriptStatement) -> Bool {
        let words = statement.words
        guard let first = words.first else { return false }
        return ["vacuum", "attach", "detach"].contains(first)
            || first == "pragma" && words.dropFirst().first == "journal_mode"
    }

    func mayNeedToStandAlone(_ statement: ScriptStatement) -> Bool { statement.words.first == "pragma" }
    func isLastingSetting(_ statement: ScriptStatement) -> Bool { false }
    func letsOthersWork(_ statement: ScriptStatement) -> Bool { false }
    func setsLockLimit(_ statement: ScriptStatement) -> Bool { false }
    func leftOut(of sql: String) -> [String] { [] }
}

extension SQLiteEngine: OfflineEngine {
    /// Behind the shell's own command, since SQL can't end a script.
    var offlineHeader: [String] {
        ["-- run with: sqlite3 DATABASE < FILE", ".bail on", "PRAGMA foreign_keys = OFF;"]
    }

    func offlineLimits(_ settings: MigrationSettings) -> [String] { [] }
    func shellText(of sql: String) -> String { sql }
}

extension SQLiteEngine: BatchEngine {
    var batchRefusal: String? { "SQLite has one writer at a time, who had better be done at once" }
    func keyFault(of statement: BatchedStatement, on connection: any Connection) async throws -> String? {
        batchRefusal
    }
    func replicaLag(on connection: any Connection) async throws -> ReplicaLag { .bytes(0) }
}
