import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The codes of errors are those of <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
extension PostgresEngine: MigrationEngine {
    var hasOneWriter: Bool { false }

    func holding<Result: Sendable>(
        _ lock: MigrationLock, on connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result { try await AdvisoryLock(lock).held(on: connection, body) }

    func isAtRest(_ table: VersionTable, on connection: any Connection) async throws -> Bool {
        try await AdvisoryLock.isFree(table, on: connection)
    }

    func suspendingReferences<Result: Sendable>(
        on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result { try await body() }

    func referenceCheck(
        before statements: () throws -> [ScriptStatement]?, on connection: any Connection
    ) async throws -> ReferenceCheck? { nil }

    func refuseCheckedReferences(
        on connection: any Connection, for scripts: [RevisionScript], _ direction: Direction
    ) async throws {}

    func mayRepeat(after error: DatabaseError) -> Bool {
        error.reason == .locked || ["55P03", "40P01", "40001"].contains(error.code ?? "")
    }

    func hasRunBefore(_ error: DatabaseError) -> Bool {
        ["42P04", "42P07", "42710", "42704", "42P01", "3D000"].contains(error.code ?? "")
    }

    func finish(_ statement: ScriptStatement, on connection: any Connection) async throws -> Bool {
        try await ConcurrentDetach(statement)?.finish(on: connection) ?? false
    }

    func cleanUp(before statement: ScriptStatement, on connection: any Connection) async throws -> String? {
        try await ConcurrentIndex(statement)?.cleanUp(on: connection)
    }
}

/// The settings `lock_timeout` and `statement_timeout`.
extension PostgresEngine {
    func limiting<Result: Sendable>(
        _ settings: MigrationSettings, on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result {
        guard !settings.limits.isEmpty else { return try await body() }
        var before: [(name: String, value: String)] = []
        for (name, limit) in settings.limits {
            let row = try await connection.query("SELECT current_setting(\(literal: name)) AS value").first
            before.append((name, try row?.string("value") ?? ""))
            try await connection.execute("SET \(raw: name) = \(limit)")
        }
        let known = before
        func reset() async throws {
            for (name, value) in known { try await connection.execute("SET \(raw: name) = \(literal: value)") }
        }
        do {
            let result = try await body()
            try await reset()
            return result
        } catch {
            await Task { try? await reset() }.value
            throw error
        }
    }

    func limit(_ settings: MigrationSettings, on connection: any Connection) async throws {
        for (name, limit) in settings.limits { try await connection.execute("SET LOCAL \(raw: name) = \(limit)") }
    }

    func limits(lock: Duration, _ statement: Duration?) -> [SQL] {
        [("lock_timeout", lock), ("statement_timeout", statement)].compactMap { name, limit in
            limit.map { "SET LOCAL \(raw: name) = \($0 == .zero ? 0 : $0.wholeMilliseconds)" }
        }
    }

    func lockHolders(
        from connection: any Connection, _ opens: (@Sendable () async throws -> any Connection)?
    ) async throws -> LockHolders? { try await LockHolders(of: connection, opens) }

    func offlineLimits(_ settings: MigrationSettings) -> [String] {
        settings.ownLimits.map { "SET \($0.name) = \($0.milliseconds);" }
    }
}

extension PostgresEngine: VersionTableEngine {
    func path(of table: VersionTable) -> [String] { [table.schema, table.name] }
    var momentType: SQL { "timestamptz" }
    var now: SQL { "now()" }

    func written(_ moment: SQL) -> SQL {
        "to_char(\(moment) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    }

    func existence(of table: VersionTable) -> SQL {
        """
        SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = \(literal: table.name) AND n.nspname = \(literal: table.schema)
        """
    }
}

extension PostgresEngine: OfflineEngine {
    var offlineHeader: [String] { ["-- run with: psql -v ON_ERROR_STOP=1 -f FILE"] }
    func shellText(of sql: String) -> String { PsqlVariables.apart(sql) }
}
