import AutogenConnection
public import AutogenRevisions
package import AutogenSchema

/// Something that a migration takes away, with what the database has of it.
package struct MigrationLoss: Sendable, Hashable {
    package let revision: RevisionID
    package let object: Address
    package let message: String
    package let rows: RowCount
}

extension SchemaMigrator {
    /// Applies the revisions up to one, and returns the scripts that ran; none when all had been.
    ///
    /// What the database holds is looked at first: rows that a script would fail on, objects of these revisions that
    /// somebody changed by hand, and, where the environment protects them, values that go. Then nothing is run, and
    /// ``MigrationError``, ``ChangedByHand`` or ``Refused`` says what was found.
    ///
    /// - Parameter decisions: what may be lost, and what is allowed all the same.
    @discardableResult
    public func upgrade(
        to reference: RevisionReference = .head, decisions: RevisionDecisions = RevisionDecisions(),
        answer: @escaping @Sendable (Question) async throws -> Answer = { throw Refused([$0]) }
    ) async throws -> [RevisionScript] {
        try await migrate(creating: true) { migrator, graph in
            var migrator = migrator
            migrator.confirm = { scripts, connection in
                try await consent(.upgrade, scripts, graph, decisions, answer, on: connection)
            }
            return try await migrator.upgrade(to: reference)
        }
    }

    /// Takes back the revisions after one, and returns the scripts that ran.
    ///
    /// The rows that hold what goes are counted first. Where there are none, nothing is asked; otherwise the decisions or
    /// an answer must take the loss, and a column that comes back to rows must be given a value. ``Refused`` lists what is
    /// open, and then nothing was run. What else is looked at is the same as before an upgrade.
    @discardableResult
    public func downgrade(
        to reference: RevisionReference, decisions: RevisionDecisions = RevisionDecisions(),
        answer: @escaping @Sendable (Question) async throws -> Answer = { throw Refused([$0]) }
    ) async throws -> [RevisionScript] {
        try await migrate(creating: false) { migrator, graph in
            var migrator = migrator
            migrator.confirm = { scripts, connection in
                try await consent(.downgrade, scripts, graph, decisions, answer, on: connection)
            }
            return try await migrator.downgrade(to: reference)
        }
    }

    /// What the drift gate and a person's decisions say to a migration.
    private func consent(
        _ direction: Direction, _ scripts: [RevisionScript], _ graph: RevisionGraph, _ decisions: RevisionDecisions,
        _ answer: @Sendable (Question) async throws -> Answer, on connection: any Connection
    ) async throws -> MigrationConsent {
        let recorded = try await checkDrift(
            before: scripts, direction, graph, on: connection, isAllowed: decisions.allowed.contains(.drift))
        let running = scripts.filter { !recorded.contains($0.id) }
        try await checkProtection(before: running, direction, decisions.allowed, on: connection)
        let fills = try await decided(
            direction, running, RowCounter(connection: connection), decisions, answer,
            outcome: direction == .upgrade ? "nothing was applied" : "nothing was taken back")
        return MigrationConsent(fills: fills, recorded: recorded)
    }

    /// What a migration takes away, and what the database has of it.
    package func losses(_ direction: Direction, to reference: RevisionReference) async throws -> [MigrationLoss] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let scripts = try await migrator(connection, graph).steps(direction, to: [reference])
            return try await losses(direction, scripts, RowCounter(connection: connection))
        }
    }

    /// What the rows at hand say to a migration, without running it; throws ``ChangedByHand`` where somebody has changed
    /// what it is about, unless that is allowed.
    ///
    /// ```swift
    /// for finding in try await autogen.preflight(.upgrade) { print(finding.place, finding) }
    /// // revisions/0002_mood.sql:14 3 rows of person have mood NULL (id 4, 9, 12)
    /// ```
    public func preflight(
        _ direction: Direction, to reference: RevisionReference = .head, allowing allowed: Set<Allowance> = []
    ) async throws -> [RowFinding] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let migrator = migrator(connection, graph)
            let scripts = try await migrator.steps(direction, to: [reference])
            let recorded = try await checkDrift(
                before: scripts, direction, graph, on: connection, isAllowed: allowed.contains(.drift))
            return try await Preflight(connection: connection).findings(
                of: scripts.filter { !recorded.contains($0.id) }, direction, resuming: migrator.state().unfinished,
                project.migration.transactions)
        }
    }

    /// What a downgrade would ask, with these decisions: nothing where it may run.
    ///
    /// Of several databases none is touched unless all may be.
    public func downgradeQuestions(
        to reference: RevisionReference, decisions: RevisionDecisions
    ) async throws -> [Question] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let scripts = try await migrator(connection, graph).steps(.downgrade, to: [reference])
            return try await open(.downgrade, scripts, RowCounter(connection: connection), decisions).questions
        }
    }

    private func losses(
        _ direction: Direction, _ scripts: [RevisionScript], _ counter: RowCounter
    ) async throws -> [MigrationLoss] {
        var losses: [MigrationLoss] = []
        for (index, script) in scripts.enumerated() {
            for loss in ScriptLosses(script).losses(direction)
            where loss.mayHoldValues && !(direction == .upgrade && script.revision.hasSuccessor(to: loss.object)) {
                let rows = try await rows(of: loss.object, in: script, direction, after: scripts[..<index], counter)
                losses.append(
                    MigrationLoss(revision: script.id, object: loss.object, message: loss.message, rows: rows))
            }
        }
        return losses
    }

    /// What a script takes away when its turn comes: what is there now, unless one before it gives it another name.
    private func rows(
        of object: Address, in script: RevisionScript, _ direction: Direction,
        after earlier: ArraySlice<RevisionScript>,
        _ counter: RowCounter
    ) async throws -> RowCount {
        let isQualified = object.path.count > (object.kind == Kind.column.rawValue ? 2 : 1)
        if !isQualified, script.changesNameSearch(direction) { return .unknown }
        let isRenamed = earlier.contains { $0.movesValues(to: object, direction) }
        guard let rows = try await counter.rows(of: object) else {
            // What comes with an earlier one holds nothing.
            return earlier.isEmpty || isRenamed ? .unknown : .exactly(0)
        }
        // By its name there may be something else now.
        return rows.isZero && isRenamed ? .unknown : rows
    }

    /// What nobody has decided, and the values for columns that come back.
    private func open(
        _ direction: Direction, _ scripts: [RevisionScript], _ counter: RowCounter, _ decisions: RevisionDecisions
    ) async throws -> (questions: [Question], fills: [Address: String]) {
        guard let dialect = scripts.first?.revision.dialect else { return ([], [:]) }
        let losses = try await losses(direction, scripts, counter)
        let dropped = try RevisionDecisions.matched(
            decisions.drops, among: losses.map(\.object), in: dialect, as: .drop)
        let open = losses.filter {
            !$0.rows.isZero && !dropped.contains($0.object) && !decisions.allowed.contains(.dataLoss)
        }
        let asked = direction == .downgrade || project.protected.contains(.dataLoss)
        var questions =
            asked
            ? open.map { Question(.loss, $0.object, message: "\($0.revision): \($0.message)", rows: $0.rows) } : []
        // What was accepted when the revision was written is told, since here are other rows.
        for loss in losses where direction == .upgrade && !loss.rows.isZero {
            onEvent(.warning("loses: \(loss.object), \(loss.rows) (\(loss.revision))"))
        }
        guard direction == .downgrade else { return (questions, [:]) }
        let needs = scripts.flatMap { ScriptLosses($0).downgradeNeeds }
        let fills = try RevisionDecisions.values(
            decisions.fills, among: needs.map(\.object), in: dialect, as: .fill)
        for need in needs where fills[need.object] == nil && !decisions.allowed.contains(.undecided) {
            let table = Address(kind: Kind.table.rawValue, path: Array(need.object.path.dropLast()))
            let rows = try await counter.rows(of: table) ?? .exactly(0)
            guard !rows.isZero else { continue }
            questions.append(Question(.fill, need.object, message: need.message, rows: rows))
        }
        return (questions, fills)
    }

    /// The values of columns that come back; throws ``Refused`` for what nobody decided.
    private func decided(
        _ direction: Direction, _ scripts: [RevisionScript], _ counter: RowCounter, _ decisions: RevisionDecisions,
        _ answer: @Sendable (Question) async throws -> Answer, outcome: String
    ) async throws -> [Address: String] {
        let open = try await open(direction, scripts, counter, decisions)
        var fills = open.fills
        let asked = try await RevisionOptions.ask(open.questions, answer, outcome: outcome)
        for case (let question, .value(let text)) in asked { fills[question.object] = text }
        return fills
    }
}
