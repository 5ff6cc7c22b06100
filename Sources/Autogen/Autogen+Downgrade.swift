import AutogenConnection
public import AutogenRevisions
public import AutogenSchema

/// Something that taking a revision back takes away, with what the database has of it.
public struct DowngradeLoss: Sendable, Hashable {
    public let revision: RevisionID
    public let object: Address
    public let message: String
    public let rows: RowCount
}

extension Autogen {
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
    public func downgradeLosses(to reference: RevisionReference) async throws -> [DowngradeLoss] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let scripts = try await migrator(connection, graph).steps(.downgrade, to: [reference])
            return try await losses(of: scripts, RowCounter(connection: connection))
        }
    }

    private func losses(of scripts: [RevisionScript], _ counter: RowCounter) async throws -> [DowngradeLoss] {
        var losses: [DowngradeLoss] = []
        for script in scripts {
            for loss in ScriptLosses(script).downgrade where loss.mayHoldValues {
                let rows = try await counter.rows(of: loss.object)
                losses.append(
                    DowngradeLoss(revision: script.id, object: loss.object, message: loss.message, rows: rows))
            }
        }
        return losses
    }

    /// The values of columns that come back; throws ``Refused`` for what nobody decided.
    private func decided(
        _ scripts: [RevisionScript], _ counter: RowCounter, _ decisions: RevisionDecisions,
        _ answer: @Sendable (Question) async throws -> Answer
    ) async throws -> [Address: String] {
        guard let dialect = scripts.first?.revision.dialect else { return [:] }
        var questions: [Question] = []
        if !decisions.allowed.contains(.dataLoss) {
            questions = try await losses(of: scripts, counter).filter { loss in
                !loss.rows.isZero && !decisions.drops.contains { $0.matches(loss.object, in: dialect) }
            }.map { Question(.loss, $0.object, message: "\($0.revision): \($0.message)", rows: $0.rows) }
        }
        let needs = scripts.flatMap { ScriptLosses($0).downgradeNeeds }
        var fills = try RevisionDecisions.values(
            decisions.fills, among: needs.map(\.object), in: dialect, option: "--fill")
        for need in needs where fills[need.object] == nil && !decisions.allowed.contains(.undecided) {
            let table = Address(kind: Kind.table.rawValue, path: Array(need.object.path.dropLast()))
            let rows = try await counter.rows(of: table)
            guard !rows.isZero else { continue }
            questions.append(Question(.fill, need.object, message: need.message, rows: rows))
        }
        let asked = try await RevisionOptions.ask(questions, answer, outcome: "nothing was taken back")
        for case (let question, .value(let text)) in asked { fills[question.object] = text }
        return fills
    }
}
