import AutogenConnection
import AutogenSchema

extension Migrator {
    /// One revision after the other. What is left is read anew for each: where the lock is only the transaction's,
    /// another process may have gone on meanwhile.
    func runEach(_ goal: MigrationGoal) async throws -> [RevisionScript] {
        var done: [RevisionScript] = []
        while true {
            let state: DatabaseState = try await patiently { try await self.state() }
            guard let next = try goal.steps(from: state, in: graph).first else { return done }
            let progress = state.unfinished?.id == next.id ? state.unfinished?.progress : nil
            if let progress { onEvent(.resumed(next, progress)) }
            if try await timed(goal.direction, next, { try await run(next, goal, progress) }) { done.append(next) }
        }
    }

    /// All revisions in one transaction, or inside of the caller's.
    func runTogether(_ goal: MigrationGoal, isNested: Bool) async throws -> [RevisionScript] {
        func runAll() async throws -> [RevisionScript] {
            try await connection.transaction(.write) {
                let steps = try goal.steps(from: await state(), in: graph)
                if isNested { try await ForeignKeys.checkOff(on: connection, for: steps, goal.direction) }
                for script in steps {
                    _ = try await timed(goal.direction, script) {
                        let runner = runner(script, goal.direction)
                        return try await runner.keepingReferences {
                            try await runner.runInside(isNested: isNested)
                            return true
                        }
                    }
                }
                return steps
            }
        }
        guard connection.dialect == .sqlite else { return try await runAll() }
        return try await patiently {
            var steps: [RevisionScript] = []
            _ = try await ForeignKeys.suspended(on: connection) {
                steps = try await runAll()
                return true
            }
            return steps
        }
    }

    private func timed(
        _ direction: Direction, _ script: RevisionScript, _ body: () async throws -> Bool
    ) async throws -> Bool {
        onEvent(.began(direction, script))
        let start = ContinuousClock.now
        guard try await body() else { return false }
        onEvent(.finished(direction, script, ContinuousClock.now - start))
        return true
    }

    /// Returns false when another process has run the script in the meantime.
    private func run(
        _ script: RevisionScript, _ goal: MigrationGoal, _ progress: RevisionProgress?
    ) async throws -> Bool {
        var runner = runner(script, goal.direction)
        runner.progress = progress
        runner.journal.isDue = { done in
            let state = try await state()
            let position = state.unfinished?.id == script.id ? state.unfinished?.progress?.done ?? 0 : 0
            return try position == done && goal.steps(from: state, in: graph).first?.id == script.id
        }
        // What runs outside a transaction is never run twice.
        let setting = settings.transactions.setting(for: script)
        let isWhole = try ScriptSegments(script, goal.direction, setting).isWhole
        let ready = runner
        return isWhole ? try await patiently { try await ready.run() } : try await ready.run()
    }

    private func runner(_ script: RevisionScript, _ direction: Direction) -> ScriptRunner {
        let dialect = connection.dialect
        var runner = ScriptRunner(script: script, direction: direction, connection: connection, secrets: secrets)
        runner.fills = FillValues(fills)
        runner.settings = settings
        runner.mayDoMore = !hooks.isIdle
        runner.onEvent = onEvent
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
        runner.journal.begin = { try await hooks.willRun(run, connection) }
        runner.journal.finish = {
            try await hooks.didRun(run, connection)
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
