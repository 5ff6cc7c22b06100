import AutogenConnection
public import AutogenRevisions
package import AutogenSchema

/// Something that taking a revision back takes away, with what the database has of it.
package struct DowngradeLoss: Sendable, Hashable {
    package let revision: RevisionID
    package let object: Address
    package let message: String
    package let rows: RowCount
}

extension SchemaMigrator {
    /// Takes back the revisions after one, and returns the scripts that ran.
    ///
    /// The rows that hold what goes are counted first. Where there are none, nothing is asked; otherwise the decisions or
    /// an answer must take the loss, and a column that comes back to rows must be given a value. ``Refused`` lists what is
    /// open, and then nothing was run.
    @discardableResult
    public func downgrade(
        to reference: RevisionReference, decisions: RevisionDecisions = RevisionDecisions(),
        answer: @escaping @Sendable (Question) async throws -> Answer = { throw Refused([$0]) }
    ) async throws -> [RevisionScript] {
        try await migrate(creating: false) { migrator in
            var migrator = migrator
            migrator.confirm = { scripts, connection in
                try await decided(scripts, RowCounter(connection: connection), decisions, answer)
            }
            return try await migrator.downgrade(to: reference)
        }
    }

    /// What a downgrade takes away, and what the database has of it.
    package func downgradeLosses(to reference: RevisionReference) async throws -> [DowngradeLoss] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let scripts = try await migrator(connection, graph).steps(.downgrade, to: [reference])
            return try await losses(of: scripts, RowCounter(connection: connection))
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
            return try await open(scripts, RowCounter(connection: connection), decisions).questions
        }
    }

    private func losses(of scripts: [RevisionScript], _ counter: RowCounter) async throws -> [DowngradeLoss] {
        var losses: [DowngradeLoss] = []
        for (index, script) in scripts.enumerated() {
            for loss in ScriptLosses(script).downgrade where loss.mayHoldValues {
                let rows = try await rows(of: loss.object, in: script, after: scripts[..<index], counter)
                losses.append(
                    DowngradeLoss(revision: script.id, object: loss.object, message: loss.message, rows: rows))
            }
        }
        return losses
    }

    /// What a script takes away when its turn comes: what is there now, unless one before it gives it another name.
    private func rows(
        of object: Address, in script: RevisionScript, after earlier: ArraySlice<RevisionScript>, _ counter: RowCounter
    ) async throws -> RowCount {
        let isQualified = object.path.count > (object.kind == Kind.column.rawValue ? 2 : 1)
        if !isQualified, script.changesNameSearch(.downgrade) { return .unknown }
        let isRenamed = earlier.contains { $0.movesValues(to: object, .downgrade) }
        guard let rows = try await counter.rows(of: object) else {
            // What comes back with an earlier one holds nothing.
            return earlier.isEmpty || isRenamed ? .unknown : .exactly(0)
        }
        // By its name there may be something else now.
        return rows.isZero && isRenamed ? .unknown : rows
    }

    /// What nobody has decided, and the values for columns that come back.
    private func open(
        _ scripts: [RevisionScript], _ counter: RowCounter, _ decisions: RevisionDecisions
    ) async throws -> (questions: [Question], fills: [Address: String]) {
        guard let dialect = scripts.first?.revision.dialect else { return ([], [:]) }
        let losses = try await losses(of: scripts, counter)
        let dropped = try RevisionDecisions.matched(
            decisions.drops, among: losses.map(\.object), in: dialect, as: .drop)
        var questions = losses.filter {
            !$0.rows.isZero && !dropped.contains($0.object) && !decisions.allowed.contains(.dataLoss)
        }.map { Question(.loss, $0.object, message: "\($0.revision): \($0.message)", rows: $0.rows) }
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
        _ scripts: [RevisionScript], _ counter: RowCounter, _ decisions: RevisionDecisions,
        _ answer: @Sendable (Question) async throws -> Answer
    ) async throws -> [Address: String] {
        let open = try await open(scripts, counter, decisions)
        var fills = open.fills
        let asked = try await RevisionOptions.ask(open.questions, answer, outcome: "nothing was taken back")
        for case (let question, .value(let text)) in asked { fills[question.object] = text }
        return fills
    }
}
