import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The server keeps the locks of all transactions in one table of limited size, and each object that a script makes,
/// changes or drops is locked to the end of its transaction
/// (<https://www.postgresql.org/docs/current/runtime-config-locks.html>).
extension PostgresEngine {
    var hasLimitedLocks: Bool { true }

    /// A table comes with a TOAST table and its index, and with its keys.
    func estimatedLocks(of sql: String) -> Int {
        let words = SQLStatement.all(in: sql, syntax).first?.words ?? []
        switch words.first {
        case "CREATE" where words.contains("INDEX"): return 2
        case "CREATE" where words.contains("TABLE"): return 4 + words.count { $0 == "UNIQUE" || $0 == "PRIMARY" }
        case "DROP" where words.dropFirst().first == "TABLE": return 8
        case "ALTER": return 2
        default: return 1
        }
    }

    func lockWatch(
        over plan: ScriptSegments, from done: Int, of script: RevisionScript, on connection: any Connection
    ) async throws -> LockWatch? {
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

    /// The table of locks was full.
    func explained(_ error: DatabaseError, in plan: ScriptSegments) -> DatabaseError {
        guard error.code == "53200", plan.commitPoints.isEmpty else { return error }
        var error = error
        error.hint =
            "raise max_locks_per_transaction, or write \(CommitPoint.comment) on a line of its own between statements "
            + "where the script may be committed in parts"
        return error
    }
}
