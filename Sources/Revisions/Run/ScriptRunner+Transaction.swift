import AutogenConnection
import AutogenSchema

extension ScriptRunner {
    func transaction(_ plan: ScriptSegments, _ body: () async throws -> Bool) async throws -> Bool {
        guard connection.dialect == .sqlite, settings.transactions.setting(for: script) == .yes else {
            return try await connection.transaction(.write, body)
        }
        return try await ForeignKeys.suspended(on: connection) {
            try await connection.transaction(.write) {
                try await keepingReferences(body)
            }
        }
    }

    /// Tries again where a lock was not to be had; what was rolled back can be run once more.
    func patiently<Result>(_ body: () async throws -> Result) async throws -> Result {
        var attempt = 0
        while true {
            do {
                return try await body()
            } catch MigrationError.statement(let direction, let place, let error, let remains)
                where attempt < settings.retries && Repetition.mayHelp(error, in: connection.dialect)
            {
                attempt += 1
                let pause = Repetition.pause(before: attempt)
                onEvent(.retrying(script, attempt: attempt, after: pause))
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    throw MigrationError.statement(
                        direction, place, DatabaseError(.cancelled, message: "cancelled"), remains)
                }
            }
        }
    }
}

extension ScriptRunner {
    /// Runs the script, which must leave no reference broken that was whole before.
    func keepingReferences(_ body: () async throws -> Bool) async throws -> Bool {
        guard connection.dialect == .sqlite else { return try await body() }
        let statements = mayDoMore ? nil : try checked().statements
        let check = try await ReferenceCheck(before: TouchedTables(statements), on: connection)
        guard try await body() else { return false }
        let broken = try await check.broken()
        guard broken.isEmpty else {
            throw MigrationError.brokenReferences(direction, file: script.file, broken)
        }
        return true
    }
}
