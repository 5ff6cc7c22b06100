import AutogenPlan
import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The server keeps the locks of all transactions in one table of limited size, and each object that a script makes,
/// changes or drops is locked to the end of its transaction
/// (<https://www.postgresql.org/docs/current/runtime-config-locks.html>).
extension PostgresEngine {
    var hasLimitedLocks: Bool { true }

    /// A table comes with a TOAST table and its index, and with its keys; what changes, its table too.
    func estimatedLocks(of effects: Statement.Effects) -> Int {
        let made = (effects.made + effects.along).reduce(0) { sum, object in
            switch object.definition {
            case .table: sum + 4
            case .constraint(let key): sum + (key.type == .primaryKey || key.type == .unique ? 1 : 0)
            default: sum
            }
        }
        let others = effects.made.count { $0.kind != .table } + effects.altered.count
        let dropped = effects.dropped.count + (effects.dropped + effects.along).count { $0.kind == .table } * 7
        return max(1, effects.dropped.isEmpty ? made + others * 2 : dropped)
    }

    func lockWatch(
        over plan: ScriptSegments, from done: Int, of script: RevisionScript, on connection: any Connection
    ) async throws -> LockWatch? {
        let needs = try await LockNeeds(plan.statements, on: connection)
        let largest = needs.largest
        // What no server has too little room for needs no look at its settings.
        guard !plan.commitPoints.isEmpty || (largest?.locks ?? 0) > 100 else { return nil }
        let capacity = try await LockCapacity(on: connection)
        if let largest, largest.place >= done, largest.locks > capacity.limit {
            let statement = plan.statements[largest.place]
            throw MigrationError.tooManyLocks(
                file: script.file, line: statement.line, column: statement.column,
                text: statement.content(ofLine: statement.line), locks: largest.locks, capacity: capacity)
        }
        return LockWatch(capacity: capacity, needs: needs, points: plan.commitPoints.sorted())
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
