import AutogenConnection
import AutogenSchema

/// Who waits for a lock has others wait behind it, so it gives up soon and tries again.
extension ScriptRunner {
    /// Tries again where it could not get a lock; what was rolled back can be run once more. Where that goes on for too long,
    /// the error says who held the lock.
    func patiently<Result>(_ body: () async throws -> Result) async throws -> Result {
        let start = ContinuousClock.now
        var attempt = 0
        var watch: LockHolders?
        func end() async { await watch?.close() }
        while true {
            let looking = watch?.looking()
            do {
                let result = try await body()
                _ = await looking?.found()
                await end()
                return result
            } catch MigrationError.statement(let direction, let place, let error, let remains)
                where engine.mayRepeat(after: error)
            {
                let holders = await looking?.found() ?? []
                attempt += 1
                let pause = Repetition.pause(before: attempt, engine)
                guard mayRepeat(attempt, since: start, after: pause) else {
                    await end()
                    var told = error
                    if !holders.isEmpty { told.hint = "held by " + holders.joined(separator: "\nand by ") }
                    throw MigrationError.statement(direction, place, told, remains)
                }
                onEvent(.retrying(script, attempt: attempt, after: pause, holders: holders))
                // Behind a pooler the next try may be in another session.
                if watch == nil, !isShared { watch = try await engine.lockHolders(from: connection, opensAnother) }
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    await end()
                    throw MigrationError.statement(
                        direction, place, DatabaseError(.cancelled, message: "cancelled"), remains)
                }
            } catch {
                _ = await looking?.found()
                await end()
                throw error
            }
        }
    }

    private func mayRepeat(_ attempt: Int, since start: ContinuousClock.Instant, after pause: Duration) -> Bool {
        if let retries = settings.retries ?? (engine.hasOneWriter ? 3 : nil) { return attempt <= retries }
        return hasCompany && ContinuousClock.now - start + pause < settings.patience
    }

    /// How long a statement of a transaction may wait for its locks: what those before it hold is held for so long, so all of
    /// them wait for about as long as one may. What lets others work, and holds nothing else, waits for as long as it takes.
    func limit(
        _ statement: ScriptStatement, isFirst: Bool, isOnly: Bool, since begin: ContinuousClock.Instant
    ) async throws {
        guard hasCompany else { return }
        let lets = isOnly && engine.letsOthersWork(statement)
        guard lets || !isFirst else { return }
        let whole = settings.lockLimit
        let left = whole == .zero ? .zero : max(whole / 4, whole - (ContinuousClock.now - begin))
        for sql in engine.limits(lock: lets ? .zero : left, lets ? .zero : nil) { try await connection.execute(sql) }
    }

    /// Runs what stands outside of transactions for as long as it takes, where it lets others work.
    func withoutLimits(_ statement: ScriptStatement, _ body: () async throws -> Void) async throws {
        guard hasCompany, !isShared, engine.letsOthersWork(statement) else { return try await body() }
        var free = settings
        (free.lockTimeout, free.statementTimeout) = (.zero, .zero)
        try await engine.limiting(free, on: connection, body)
    }
}

/// When a statement that failed is run again.
enum Repetition {
    /// Longer each time, and never the same, so that two who wait for each other do not meet again.
    static func pause(before attempt: Int, _ engine: any MigrationEngine) -> Duration {
        let (first, longest) = engine.hasOneWriter ? (500, 30_000) : (200, 3_000)
        let usual = min(first << min(attempt - 1, 6), longest)
        return .milliseconds(Int.random(in: (usual / 2)...(usual * 3 / 2)))
    }
}
