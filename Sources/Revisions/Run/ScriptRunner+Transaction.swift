import AutogenConnection
import AutogenSchema

extension ScriptRunner {
    func transaction(_ plan: ScriptSegments, _ body: () async throws -> Bool) async throws -> Bool {
        guard connection.dialect == .sqlite, settings.transactions.setting(for: script) == .yes else {
            return try await connection.transaction(.write, body)
        }
        return try await ForeignKeys.suspended(on: connection) {
            try await connection.transaction(.write) {
                try await ForeignKeys.kept(on: connection, by: script, direction, body)
            }
        }
    }

    /// Tries again where a lock was not to be had; what was rolled back can be run once more.
    func patiently(_ body: () async throws -> Bool) async throws -> Bool {
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

extension ForeignKeys {
    /// Runs a script, which must leave no reference broken that was whole before.
    static func kept(
        on connection: any Connection, by script: RevisionScript, _ direction: Direction,
        _ body: () async throws -> Bool
    ) async throws -> Bool {
        let before = try await violationsIfSound(on: connection)
        guard try await body() else { return false }
        guard let before else { return true }
        let after = try await violations(on: connection)
        let broken = after.filter { $0.value > before[$0.key] ?? 0 }
        guard broken.isEmpty else {
            throw MigrationError.brokenReferences(
                direction, file: script.file, broken.map { "\($0.value) \($0.key)" }.sorted())
        }
        return true
    }
}
