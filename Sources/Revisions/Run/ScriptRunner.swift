import AutogenConnection
import AutogenSchema

/// Runs one section of a script, statement by statement, so that an error has its line.
struct ScriptRunner {
    let script: RevisionScript
    let direction: Direction
    let connection: any Connection
    /// What stands behind masks; `nil` leaves them as they are, which is right in a scratch database.
    var secrets: SecretValues?
    /// What rows get in columns for which the script leaves it open. The journal knows the statements without it.
    var fills = FillValues([:])
    var settings = MigrationSettings()
    /// Whether the database has already what the script makes, so that only its record is missing.
    var isRecordedOnly = false
    /// How far an earlier run came.
    var progress: RevisionProgress?
    var journal = RevisionJournal()
    /// Whether the session is shared with others, who are not to get what the script sets.
    var isShared = false
    /// Whether others use the database, who are not to wait for long.
    var hasCompany = false
    /// Opens another connection to the same database, to see what a lock is waited for.
    var opensAnother: (@Sendable () async throws -> any Connection)?
    /// Whether an application's code runs along with it.
    var mayDoMore = false
    var onEvent: @Sendable (MigrationEvent) -> Void = { _ in }

    var engine: any MigrationEngine { connection.dialect.migration }

    /// Runs what is left of the section, and returns whether it ran: not where the journal says that it is not due.
    @discardableResult
    func run() async throws -> Bool {
        let plan = try checked()
        let done = progress?.done ?? 0
        let left = plan.segments(after: done)
        guard let last = left.last else {
            return try await transaction(plan, at: done) {
                if done == 0 { try await journal.begin() }
                try await journal.finish()
                return true
            }
        }
        let locks = try await engine.lockWatch(over: plan, from: done, of: script, on: connection)
        try await restoreSettings(plan, before: done)
        for segment in left {
            let isLast = segment.range == last.range
            let index = segment.range.lowerBound
            switch segment.kind {
            case .transaction: break
            case .outside:
                if index == 0 { try await journal.begin() }
                guard try await patiently({ try await runAlone(index, of: plan, isLast: isLast) }) else { return false }
                continue
            case .batches(let batch):
                guard try await runBatches(index, of: plan, batch, isLast: isLast) else { return false }
                continue
            }
            var rest = segment.range
            while !rest.isEmpty {
                let part = rest
                guard let end = try await patiently({ try await run(part, of: plan, locks, isLast: isLast) }) else {
                    return false
                }
                rest = end..<rest.upperBound
            }
        }
        return true
    }

    /// Runs the section in the transaction that is open.
    func runInside(isNested: Bool) async throws {
        let plan = try checked()
        if let alone = plan.segments.first(where: { !$0.isTransactional }) {
            let statement = plan.statements[alone.range.lowerBound]
            throw MigrationError.needsNoTransaction(
                file: script.file, line: statement.line, column: statement.column,
                text: statement.content(ofLine: statement.line), isNested: isNested)
        }
        try await pinned {
            try await journal.begin()
            for index in plan.statements.indices { try await execute(index, of: plan, .nothing) }
            try await journal.finish()
        }
    }

    /// What is wrong with the script is found before anything runs.
    func checked() throws -> ScriptSegments {
        guard script.revision.dialect == connection.dialect else {
            throw MigrationError.wrongDialect(
                file: script.file, script: script.revision.dialect.title, database: connection.dialect.title)
        }
        guard !isRecordedOnly else { return .none }
        let plan = try ScriptSegments(script, direction, settings.transactions.setting(for: script))
        if let secrets {
            for statement in plan.statements { _ = try secrets.filling(statement.text, in: script.file) }
        }
        return plan
    }

    /// Runs statements in one transaction, up to the place where that has grown too large; returns how many of the script
    /// are done then, and `nil` when they were not due.
    private func run(
        _ range: Range<Int>, of plan: ScriptSegments, _ locks: LockWatch?, isLast: Bool
    ) async throws -> Int? {
        let start = range.lowerBound
        let remains = plan.remains(after: start)
        var cut: LockWatch.Cut?
        let isDone = try await transaction(plan, at: start) {
            if start == 0 { try await journal.begin() }
            let begin = ContinuousClock.now
            for index in range {
                if !plan.setsLockLimit(before: index, in: range, engine) {
                    try await limit(
                        plan.statements[index], isFirst: index == start, isOnly: range.count == 1, since: begin)
                }
                try await execute(index, of: plan, remains)
                cut = index + 1 < range.upperBound ? try await locks?.cut(after: index + 1, on: connection) : nil
                if cut != nil { break }
            }
            try await record(cut?.done ?? range.upperBound, of: plan, isLast && cut == nil)
            return true
        }
        guard isDone else { return nil }
        if let cut {
            onEvent(
                .committed(
                    script, done: cut.done, of: plan.statements.count, locks: cut.locks, limit: cut.limit))
        }
        return cut?.done ?? range.upperBound
    }

    /// The position is recorded before and after, so that it is known what may have run when the process ends meanwhile.
    private func runAlone(_ index: Int, of plan: ScriptSegments, isLast: Bool) async throws -> Bool {
        guard try await journal.isDue(index) else { return false }
        let statement = plan.statements[index]
        let wasBegun = progress == RevisionProgress(direction, done: index, isBegun: true)
        let digest = plan.digest(ofFirst: index)
        let remains = plan.remains(after: index)
        try await journal.note(RevisionProgress(direction, done: index, isBegun: true), digest)
        do {
            try await withoutLimits(statement) {
                guard try await !isFinished(statement, remains) else { return }
                try await pinnedOutside { try await execute(index, of: plan, remains) }
            }
        } catch MigrationError.statement(_, _, let error, _) where wasBegun && engine.hasRunBefore(error) {
            // It had run, and only its record is missing.
        } catch {
            await Task {
                if index == 0 {
                    try? await journal.forget()
                } else {
                    try? await journal.note(RevisionProgress(direction, done: index), digest)
                }
            }.value
            throw error
        }
        try await record(index + 1, of: plan, isLast)
        return true
    }

    /// Clears away what an earlier try of the statement has left; whether that was all there was to do.
    private func isFinished(_ statement: ScriptStatement, _ remains: RevisionRemains) async throws -> Bool {
        do {
            if try await engine.finish(statement, on: connection) { return true }
            if let name = try await engine.cleanUp(before: statement, on: connection) {
                onEvent(.droppedInvalidIndex(name))
            }
            return false
        } catch let error as DatabaseError where error.reason != .cancelled {
            throw MigrationError.statement(direction, place(of: statement, nil), error, remains)
        }
    }

    func record(_ done: Int, of plan: ScriptSegments, _ isLast: Bool) async throws {
        guard !isLast else { return try await journal.finish() }
        try await journal.note(RevisionProgress(direction, done: done), plan.digest(ofFirst: done))
    }

    private func execute(_ index: Int, of plan: ScriptSegments, _ remains: RevisionRemains) async throws {
        let statement = plan.statements[index]
        onEvent(.statement(direction, script, number: index + 1, of: plan.statements.count, text: statement.text))
        do {
            try await connection.execute(
                SQL(raw: filled(isShared ? statement.settingLocally ?? statement.text : statement.text)))
        } catch let error as DatabaseError {
            guard error.reason != .cancelled else { throw error }
            throw MigrationError.statement(
                direction, place(of: statement, error.position), engine.explained(error, in: plan), remains)
        }
    }

    /// A statement with what it leaves open.
    func filled(_ text: String) throws -> String {
        let text = fills.filling(text, connection.dialect.syntax)
        return try secrets?.filling(text, in: script.file) ?? text
    }

    /// Where in the script a statement was refused.
    func place(of statement: ScriptStatement, _ position: Int?) -> StatementPlace {
        let place = statement.place(of: position)
        return StatementPlace(
            file: script.file, line: place.line, column: place.column, text: statement.content(ofLine: place.line))
    }
}

extension ScriptSegments {
    /// Whether the script says by itself how long a statement waits for locks: earlier in its transaction, or for the session.
    func setsLockLimit(before index: Int, in transaction: Range<Int>, _ engine: any MigrationEngine) -> Bool {
        statements.indices.prefix(index).contains { place in
            let statement = statements[place]
            return engine.setsLockLimit(statement)
                && (place >= transaction.lowerBound || engine.isLastingSetting(statement))
        }
    }

    /// What stays when a statement fails after the first ones.
    func remains(after done: Int) -> RevisionRemains {
        guard !isWhole || done > 0 else { return .nothing }
        let next = statements.indices.contains(done) ? statements[done].line : 1
        return .statements(done, of: statements.count, nextLine: next)
    }
}
