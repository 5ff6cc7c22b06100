import AutogenConnection
import AutogenSchema

/// Says where a script that locks too much for one transaction is committed on its way.
struct LockWatch: Sendable {
    struct Cut {
        /// How many statements of the script are done.
        let done: Int
        let locks: Int
        let limit: Int
    }

    let room: LockRoom
    let needs: LockNeeds
    /// In order.
    let points: [Int]

    /// What to report when the transaction is to end here: it holds more than half of what the server has room for, or
    /// will have before it can end the next time.
    func cut(after done: Int, on connection: any Connection) async throws -> Cut? {
        guard points.contains(done) else { return nil }
        let held = try await LockRoom.held(on: connection)
        let next = points.first { $0 > done } ?? done + 1
        let coming = (done..<next).reduce(0) { $0 + needs[$1] }
        guard (held + coming) * 2 > room.limit else { return nil }
        return Cut(done: done, locks: held, limit: room.limit)
    }
}

extension ScriptRunner {
    /// `nil` where locks don't matter; throws where one statement alone needs more than there are.
    func lockWatch(_ plan: ScriptSegments, from done: Int) async throws -> LockWatch? {
        guard connection.dialect == .postgresql else { return nil }
        let needs = try await LockNeeds(plan.statements, on: connection)
        let largest = needs.largest
        // What no server has too little room for needs no look at its settings.
        guard !plan.commitPoints.isEmpty || (largest?.locks ?? 0) > 100 else { return nil }
        let room = try await LockRoom(on: connection)
        if let largest, largest.place >= done, largest.locks > room.limit {
            let statement = plan.statements[largest.place]
            throw MigrationError.tooManyLocks(
                file: script.file, line: statement.line, column: statement.column,
                text: statement.content(ofLine: statement.line), locks: largest.locks, room: room)
        }
        return LockWatch(room: room, needs: needs, points: plan.commitPoints.sorted())
    }

    /// A session that goes on with a script has the settings that the script has made before.
    func restoreSettings(_ plan: ScriptSegments, before done: Int) async throws {
        guard connection.dialect == .postgresql else { return }
        let passing = ["local", "constraints", "transaction"]
        for statement in plan.statements.prefix(done) where statement.words.first == "set" {
            guard let second = statement.words.dropFirst().first, !passing.contains(second) else { continue }
            try await connection.execute(SQL(raw: statement.text))
        }
    }

    /// The error with what to do where the table of locks was full.
    func hinted(_ error: DatabaseError, _ plan: ScriptSegments) -> DatabaseError {
        guard connection.dialect == .postgresql, error.code == "53200", plan.commitPoints.isEmpty else { return error }
        var error = error
        error.hint =
            "raise max_locks_per_transaction, or write \(CommitPoint.comment) on a line of its own between statements "
            + "where the script may be committed in parts"
        return error
    }
}
