import AutogenRevisions

/// The SQL of each revision, as far as Alembic prints it.
struct AlembicSQL {
    private var found: [Direction: [String: String]] = [:]
    private(set) var faults: [Direction: [(entry: AlembicHistory.Entry, why: String)]] = [:]

    /// As many at once as that works for.
    init(_ history: AlembicHistory, _ program: AlembicProgram) async throws {
        for entry in history.entries {
            let start = entry.downRevisions.first ?? "base"
            try await find(entry, .upgrade, ["\(start):heads", "\(start):\(entry.name)"], history, program)
        }
        for entry in history.entries.reversed() {
            let end = entry.downRevisions.first ?? "base"
            try await find(entry, .downgrade, ["\(entry.name):base", "\(entry.name):\(end)"], history, program)
        }
    }

    /// Tries ranges until one brings the revision.
    private mutating func find(
        _ entry: AlembicHistory.Entry, _ direction: Direction, _ ranges: [String], _ history: AlembicHistory,
        _ program: AlembicProgram
    ) async throws {
        var complaint = ""
        for range in ranges where self[entry, direction] == nil {
            let outcome = try await program.run([direction.rawValue, range, "--sql"])
            take(outcome, direction, history.entries)
            complaint = outcome.complaint
        }
        guard self[entry, direction] == nil else { return }
        faults[direction, default: []].append((entry, complaint))
    }

    subscript(entry: AlembicHistory.Entry, direction: Direction) -> String? { found[direction]?[entry.name] }

    private mutating func take(
        _ outcome: AlembicProgram.Outcome, _ direction: Direction, _ entries: [AlembicHistory.Entry]
    ) {
        let output = AlembicOutput(outcome.output, direction, isWhole: outcome.isDone)
        for entry in entries where found[direction]?[entry.name] == nil {
            found[direction, default: [:]][entry.name] = output[entry.name]
        }
    }
}
