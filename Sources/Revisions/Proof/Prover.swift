import AutogenConnection
import AutogenDiff
import AutogenReflection
package import AutogenSchema

/// Tries a revision before anyone relies on it: in a scratch database that the revisions before have built, upgrade must
/// lead to the declared schema, and downgrade back to the start.
package struct Prover: Sendable {
    let scratch: any ScratchProvider
    /// What of a database counts.
    package var view: @Sendable (Catalog) -> Catalog = { $0 }

    package init(scratch: any ScratchProvider) { self.scratch = scratch }

    /// `history` are the scripts that led to `start`, in order.
    package func prove(
        _ script: RevisionScript, from start: Catalog, to target: Catalog, history: [RevisionScript]
    ) async throws -> Proof {
        try await scratch.withScratch { connection in
            for script in history { try await replay(script, .upgrade, on: connection) }
            let built = view(try await Reflector.catalog(of: connection))
            let changes = Comparison.changes(from: start, to: built)
            guard changes.isEmpty else { return Proof(startsElsewhere: changes) }
            return try await run(script, from: start, to: target, on: connection)
        }
    }

    private func run(
        _ script: RevisionScript, from start: Catalog, to target: Catalog, on connection: any Connection
    ) async throws -> Proof {
        let (upgrade, reached) = try await outcome(of: script, .upgrade, wanted: target, on: connection)
        guard upgrade == .proved else {
            return Proof(upgrade: upgrade, downgrade: .notTried("the upgrade does not lead there"), reached: reached)
        }
        let (downgrade, _) = try await outcome(of: script, .downgrade, wanted: start, on: connection)
        return Proof(upgrade: upgrade, downgrade: downgrade, reached: reached)
    }

    private func outcome(
        of script: RevisionScript, _ direction: Direction, wanted: Catalog, on connection: any Connection
    ) async throws -> (Proof.Outcome, Catalog?) {
        do {
            try await replay(script, direction, on: connection)
        } catch let error as MigrationError where error.category != .cancelled {
            return (.refused(error.description), nil)
        }
        let reached = view(try await Reflector.catalog(of: connection))
        let changes = Comparison.changes(from: reached, to: wanted)
        return (changes.isEmpty ? .proved : .differs(changes), reached)
    }

    private func replay(_ script: RevisionScript, _ direction: Direction, on connection: any Connection) async throws {
        try await script.replay(direction, on: connection)
    }
}
