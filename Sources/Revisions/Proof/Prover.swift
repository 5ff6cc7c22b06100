import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSQLText
package import AutogenSchema

/// Tries a revision before anyone relies on it: in a scratch database that the revisions before have built, upgrade must
/// lead to the declared schema, and downgrade back to the start.
package struct Prover: Sendable {
    let scratch: any ScratchProvider
    /// What of a database counts.
    package var view: @Sendable (Catalog) -> Catalog = { $0 }
    /// Rows of a person's own, in place of those that are made.
    package var ownRows: RowsFile?

    package init(scratch: any ScratchProvider) { self.scratch = scratch }

    /// `history` are the scripts that led to `start`, in order.
    ///
    /// Rows are made before, and must be there afterwards, but for what the script says that it loses. Where a statement is
    /// refused, fewer are tried, and in the end none: then it is the rows, and not the statement.
    package func prove(
        _ script: RevisionScript, from start: Catalog, to target: Catalog, history: [RevisionScript]
    ) async throws -> Proof {
        var reason: String?
        for rows in ownRows == nil ? [3, 1] : [3] {
            switch try await prove(script, from: start, to: target, history, rows: rows) {
            case .shown(let proof): return try await measured(proof, of: script, history)
            case .rowsRefused(let why): reason = why
            }
        }
        guard case .shown(var proof) = try await prove(script, from: start, to: target, history, rows: 0) else {
            return Proof(upgrade: .refused(reason ?? ""), downgrade: .notTried("the upgrade was refused"), reached: nil)
        }
        proof.rows = RowAccount(refusal: reason)
        return try await measured(proof, of: script, history)
    }

    /// The proof with facts that could not be measured behind it, since what it has left in the database refused that.
    private func measured(_ proof: Proof, of script: RevisionScript, _ history: [RevisionScript]) async throws -> Proof
    {
        guard proof.isComplete, proof.facts == nil else { return proof }
        var proof = proof
        // Where it can't be split it has been tried whole.
        for splits in script.canSplit ? [true, false] : [false] where proof.facts == nil {
            proof.facts = try await scratch.withScratch { connection in
                for script in history { try await replay(script, .upgrade, on: connection) }
                return try await script.measured(on: connection, splits: splits)
            }
        }
        return proof
    }

    private enum Attempt: Sendable {
        case shown(Proof)
        /// Why the script could not be run on rows.
        case rowsRefused(String)
    }

    private func prove(
        _ script: RevisionScript, from start: Catalog, to target: Catalog, _ history: [RevisionScript], rows: Int
    ) async throws -> Attempt {
        try await scratch.withScratch { connection in
            for script in history { try await replay(script, .upgrade, on: connection) }
            let built = view(try await Reflector.catalog(of: connection))
            let changes = Comparison.changes(from: start, to: built)
            guard changes.isEmpty else { return .shown(Proof(startsElsewhere: changes)) }
            var trial =
                rows > 0
                ? try await RowTrial(of: script, from: start, to: target, rows: rows, ownRows, on: connection) : nil
            return try await run(script, from: start, to: target, &trial, on: connection)
        }
    }

    private func run(
        _ script: RevisionScript, from start: Catalog, to target: Catalog, _ trial: inout RowTrial?,
        on connection: any Connection
    ) async throws -> Attempt {
        var (upgrade, reached, refusal) = try await outcome(of: script, .upgrade, wanted: target, on: connection)
        if let refusal, trial != nil { return .rowsRefused(refusal) }
        if upgrade == .proved, let faults = try await trial?.faultsAfterUpgrade(on: connection), !faults.isEmpty {
            upgrade = .values(faults)
        }
        guard upgrade == .proved else {
            let downgrade = Proof.Outcome.notTried("the upgrade does not lead there")
            return .shown(Proof(upgrade: upgrade, downgrade: downgrade, reached: reached))
        }
        var downgrade: Proof.Outcome
        (downgrade, _, refusal) = try await outcome(of: script, .downgrade, wanted: start, on: connection)
        if let refusal, trial != nil { return .rowsRefused(refusal) }
        if downgrade == .proved, let faults = try await trial?.faultsAfterDowngrade(on: connection), !faults.isEmpty {
            downgrade = .values(faults)
        }
        var proof = Proof(upgrade: upgrade, downgrade: downgrade, reached: reached)
        proof.rows = trial?.account
        if proof.isComplete { proof.facts = try await script.measured(on: connection, splits: true) }
        return .shown(proof)
    }

    private func outcome(
        of script: RevisionScript, _ direction: Direction, wanted: Catalog, on connection: any Connection
    ) async throws -> (Proof.Outcome, Catalog?, refusal: String?) {
        do {
            try await replay(script, direction, on: connection)
        } catch let error as MigrationError where error.category != .cancelled {
            // Made values may be none that a person's expressions can take; a person's own rows are as they should be.
            let isRefusal = ownRows == nil || error.isOfRows(on: connection.dialect) && script.mayFail(direction)
            return (.refused(error.description), nil, isRefusal ? error.explanation.reason : nil)
        }
        let reached = view(try await Reflector.catalog(of: connection))
        let changes = Comparison.changes(from: reached, to: wanted)
        return (changes.isEmpty ? .proved : .differs(changes), reached, nil)
    }

    private func replay(_ script: RevisionScript, _ direction: Direction, on connection: any Connection) async throws {
        try await script.replay(direction, on: connection)
    }
}

extension MigrationError {
    /// Whether it is rows that a statement was refused for.
    fileprivate func isOfRows(on dialect: Dialect) -> Bool {
        switch self {
        case .statement(_, _, let error, _): dialect.migration.isOfRows(error)
        case .brokenReferences: true
        case .edited, .removed, .inserted, .partlySquashed, .wrongDialect, .ownTransaction, .needsNoTransaction,
            .badBatch,
            .foreignKeysOn, .tooManyLocks, .locked, .deploying, .noLockConnection, .lockLost, .missingSecret,
            .wouldFail,
            .unfinished:
            false
        }
    }
}

extension RevisionScript {
    /// Whether a section says that it may fail on rows, or that they get a value in it.
    fileprivate func mayFail(_ direction: Direction) -> Bool {
        let bytes = Array(revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, syntax)
        return HazardComment.all(in: bytes, around: statements, of: revision).contains {
            // What somebody gives may be NULL for some row.
            [.mayFail, .needsDecision, .fill].contains($0.kind)
        } || !revision.fills.isEmpty
    }
}
