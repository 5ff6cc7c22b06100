import AutogenConnection
import AutogenSchema

extension Migrator {
    /// One revision after the other. What is left is read anew for each: where the lock is only the transaction's,
    /// another process may have gone on meanwhile.
    func runEach(_ goal: MigrationGoal, _ hold: MigrationHold) async throws -> [RevisionScript] {
        var done: [RevisionScript] = []
        while true {
            let state: DatabaseState = try await patiently { try await self.state() }
            let steps = try goal.steps(from: state, in: graph)
            guard let next = steps.first else { return done }
            let progress = state.unfinished?.id == next.id ? state.unfinished?.progress : nil
            if let progress { onEvent(.resumed(next, progress)) }
            let count = done.count + steps.count
            do {
                let isDone = try await timed(goal.direction, next, done.count + 1, of: count) {
                    try await run(next, goal, progress, hold)
                }
                if isDone {
                    done.append(next)
                    onEvent(.done(goal.direction, next))
                }
            } catch {
                if !done.isEmpty { onEvent(.stopped(goal.direction, next, done: done, of: count)) }
                throw error
            }
        }
    }

    /// All revisions in one transaction, or inside of the caller's.
    func runTogether(
        _ goal: MigrationGoal, _ hold: MigrationHold, isNested: Bool
    ) async throws -> [RevisionScript] {
        let engine = connection.dialect.migration
        func runAll() async throws -> [RevisionScript] {
            try await connection.transaction(.write) {
                try await hold.check()
                if hold.isShared { try await engine.limit(settings, on: connection) }
                let steps = try goal.steps(from: await state(), in: graph)
                if isNested {
                    try await engine.refuseCheckedReferences(on: connection, for: steps, goal.direction)
                }
                for (index, script) in steps.enumerated() {
                    _ = try await timed(goal.direction, script, index + 1, of: steps.count) {
                        var runner = runner(script, goal.direction)
                        runner.isShared = hold.isShared
                        let ready = runner
                        return try await ready.keepingReferences {
                            try await ready.runInside(isNested: isNested)
                            return true
                        }
                    }
                }
                return steps
            }
        }
        let done: [RevisionScript] =
            engine.hasOneWriter
            ? try await patiently { try await engine.suspendingReferences(on: connection, runAll) } : try await runAll()
        for script in done { onEvent(.done(goal.direction, script)) }
        return done
    }

    private func timed(
        _ direction: Direction, _ script: RevisionScript, _ number: Int, of count: Int, _ body: () async throws -> Bool
    ) async throws -> Bool {
        onEvent(.began(direction, script, number: number, of: count))
        let start = ContinuousClock.now
        guard try await body() else { return false }
        if direction == .upgrade, consent.recorded.contains(script.id) { onEvent(.recorded(script)) }
        onEvent(.finished(direction, script, ContinuousClock.now - start))
        return true
    }

    /// Returns false when another process has run the script in the meantime.
    private func run(
        _ script: RevisionScript, _ goal: MigrationGoal, _ progress: RevisionProgress?, _ hold: MigrationHold
    ) async throws -> Bool {
        var runner = runner(script, goal.direction)
        runner.progress = progress
        runner.isShared = hold.isShared
        if hold.isShared {
            runner.journal.claim = {
                try await connection.dialect.migration.limit(settings, on: connection)
                try await claim(script, goal.direction)
            }
        }
        runner.journal.isDue = { done in
            try await hold.check()
            let state = try await state()
            let position = state.unfinished?.id == script.id ? state.unfinished?.progress?.done ?? 0 : 0
            return try position == done && goal.steps(from: state, in: graph).first?.id == script.id
        }
        // What runs outside a transaction is never run twice.
        let setting = settings.transactions.setting(for: script)
        let isWhole = try runner.isRecordedOnly || ScriptSegments(script, goal.direction, setting).isWhole
        let ready = runner
        return isWhole ? try await patiently { try await ready.run() } : try await ready.run()
    }

    /// Locks the row of the script in the transaction that is open, so that whoever has lost the lock, and does not know,
    /// waits and then sees what was done.
    private func claim(_ script: RevisionScript, _ direction: Direction) async throws {
        let dialect = connection.dialect
        switch direction {
        case .upgrade:
            try await table.create(on: connection)
            try await connection.execute(
                table.claim(of: script, checksum: SHA256.hexadecimal(""), RevisionProgress(direction, done: 0), dialect)
            )
        case .downgrade: try await connection.execute(table.lock(of: script.id, dialect))
        }
    }

    private func runner(_ script: RevisionScript, _ direction: Direction) -> ScriptRunner {
        let dialect = connection.dialect
        var runner = ScriptRunner(script: script, direction: direction, connection: connection, secrets: secrets)
        runner.fills = FillValues(consent.fills)
        runner.isRecordedOnly = direction == .upgrade && consent.recorded.contains(script.id)
        runner.settings = settings
        runner.mayDoMore = !hooks.isIdle
        runner.onEvent = onEvent
        runner.hasCompany = true
        runner.opensAnother = opensAnother
        runner.journal.note = { progress, digest in
            try await table.create(on: connection)
            try await connection.execute(
                table.insertion(of: script, checksum: digest, progress: "\(literal: "\(progress)")", in: dialect))
        }
        runner.journal.forget = {
            try await connection.execute(
                direction == .upgrade
                    ? table.deletion(of: script.id, in: dialect) : table.insertion(of: script, in: dialect))
        }
        let run = RevisionHooks.Run(direction: direction, script: script)
        let isRun = !runner.isRecordedOnly
        runner.journal.begin = { if isRun { try await hooks.willRun(run, connection) } }
        runner.journal.finish = {
            if isRun { try await hooks.didRun(run, connection) }
            switch direction {
            case .upgrade:
                try await table.create(on: connection)
                try await connection.execute(table.insertion(of: script, in: dialect))
            case .downgrade: try await connection.execute(table.deletion(of: script.id, in: dialect))
            }
        }
        return runner
    }
}
