import AutogenConnection
import AutogenPlan
import AutogenSchema

extension ScriptRunner {
    /// Runs a statement batch by batch, each in a transaction with the place that it has come to, so that who goes on
    /// begins there. Returns whether it was due.
    func runBatches(_ index: Int, of plan: ScriptSegments, _ own: BatchedStatement, isLast: Bool) async throws -> Bool {
        guard try await journal.isDue(index) else { return false }
        let statement = plan.statements[index]
        // With the statement itself, whose place would mean nothing for another one.
        let digest = plan.digest(ofFirst: index + 1)
        var cursor = BatchCursor(own, from: progress?.done == index ? progress?.place : nil)
        if let fault = try await engine.keyFault(of: own, on: connection) {
            throw MigrationError.badBatch(file: script.file, line: own.line, fault)
        }
        onEvent(.statement(direction, script, number: index + 1, of: plan.statements.count, text: statement.text))
        if index == 0, cursor.place == nil {
            guard try await patiently({ try await transaction(plan, at: index) { try await begun() } }) else {
                return false
            }
        }
        var meter = BatchMeter()
        while true {
            try await waitForReplicas(own)
            let before = cursor
            let start = ContinuousClock.now
            let step = try await patiently { () -> BatchStep in
                var next = before
                var step = BatchStep.last
                let isDue = try await transaction(plan, at: index) {
                    let remains = plan.remains(after: index)
                    guard let (range, end) = try await range(behind: &next, of: statement, remains) else { return true }
                    let rows = try await run(own, where: range, of: statement, remains)
                    next.go(behind: end, changing: rows)
                    let progress = RevisionProgress(direction, done: index, isBegun: true, place: end)
                    try await journal.note(progress, digest)
                    step = .batch(next, rows: rows)
                    return true
                }
                return isDue ? step : .notDue
            }
            switch step {
            case .notDue: return false
            case .last:
                return try await transaction(plan, at: index) {
                    try await record(index + 1, of: plan, isLast)
                    return true
                }
            case .batch(let next, let rows):
                cursor = next
                cursor.fit(ContinuousClock.now - start)
                meter.count(rows)
                onEvent(.batch(script, rows: meter.rows, perSecond: meter.rowsPerSecond))
                if own.comment.pause > .zero { try await Task.sleep(for: own.comment.pause) }
            }
        }
    }

    private func begun() async throws -> Bool {
        try await journal.begin()
        return true
    }

    private func range(
        behind cursor: inout BatchCursor, of statement: ScriptStatement, _ remains: RevisionRemains
    ) async throws -> (range: SQL, end: BatchPlace)? {
        do { return try await cursor.next(on: connection) } catch let error as DatabaseError {
            throw refusal(of: statement, error, remains)
        }
    }

    private func run(
        _ own: BatchedStatement, where range: SQL, of statement: ScriptStatement, _ remains: RevisionRemains
    ) async throws -> Int {
        do {
            let sql = try filled(own.counting(where: range).text)
            return try await connection.query(SQL(raw: sql)).first?.int("rows") ?? 0
        } catch let error as DatabaseError {
            throw refusal(of: statement, error, remains)
        }
    }

    private func refusal(
        of statement: ScriptStatement, _ error: DatabaseError, _ remains: RevisionRemains
    ) -> any Error {
        guard error.reason != .cancelled else { return error }
        var error = error
        // It counts from the beginning of another text.
        error.position = nil
        return MigrationError.statement(direction, place(of: statement, nil), error, remains)
    }

    /// Waits while a replica is further behind than the comment allows.
    private func waitForReplicas(_ batch: BatchedStatement) async throws {
        guard let limit = batch.comment.lag else { return }
        while true {
            switch try await engine.replicaLag(on: connection) {
            case .hidden(let reason):
                throw MigrationError.badBatch(
                    file: script.file, line: batch.line, "nobody can say how far replicas are behind: \(reason)")
            case .bytes(let lag):
                guard lag > limit else { return }
                onEvent(.waitingForReplica(script, behind: lag))
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}

/// What one attempt at a batch has come to.
private enum BatchStep: Sendable {
    case batch(BatchCursor, rows: Int)
    /// There was no row left.
    case last
    /// Another process has gone on with the script.
    case notDue
}

/// Rows in the time since the first batch.
private struct BatchMeter {
    private(set) var rows = 0
    private let start = ContinuousClock.now

    mutating func count(_ rows: Int) { self.rows += rows }

    var rowsPerSecond: Int {
        let seconds = Double((ContinuousClock.now - start).wholeMilliseconds) / 1000
        return Int(Double(rows) / seconds)
    }
}
