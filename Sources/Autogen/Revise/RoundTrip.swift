import AutogenConnection
import AutogenDiff
import AutogenRevisions
import AutogenSchema

/// Up, down and up again on a scratch database that has everything before a revision.
struct RoundTrip {
    struct Outcome: Sendable {
        let reached: Catalog
        /// What is wrong, in words.
        let fault: String?
        /// Whether the database is somewhere else than after the revision.
        let isStuck: Bool
    }

    let script: RevisionScript

    func run(on connection: any Connection, _ reflect: (any Connection) async throws -> Catalog) async throws -> Outcome
    {
        let start = try await reflect(connection)
        var direction = Direction.upgrade
        do {
            try await script.replay(.upgrade, on: connection)
            let reached = try await reflect(connection)
            direction = .downgrade
            try await script.replay(.downgrade, on: connection)
            let back = Comparison.changes(from: try await reflect(connection), to: start)
            guard back.isEmpty else { return outcome(reached, .differs(back), "downgrade", isStuck: true) }
            direction = .upgrade
            try await script.replay(.upgrade, on: connection)
            let again = Comparison.changes(from: try await reflect(connection), to: reached)
            return outcome(reached, again.isEmpty ? .proved : .differs(again), "second upgrade", isStuck: false)
        } catch let error as MigrationError where error.category != .cancelled {
            return outcome(start, .refused(error.description), direction.rawValue, isStuck: true)
        }
    }

    private func outcome(_ reached: Catalog, _ outcome: Proof.Outcome, _ name: String, isStuck: Bool) -> Outcome {
        Outcome(reached: reached, fault: outcome.fault.map { "\(name): \($0)" }, isStuck: isStuck)
    }
}
