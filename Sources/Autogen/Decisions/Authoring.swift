import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// Plans a revision with what a person decides about values, and keeps in its header what that was.
struct Authoring {
    let autogen: SchemaMigrator
    let options: RevisionOptions
    /// Whether the project's database may be asked how many rows there are.
    let counts: Bool
    /// Which tables nobody is to wait for.
    var online = OnlineTables.none
    /// What comes first on the way back.
    var detour: RevisionDraft.Detour?
    var decisions: RevisionDecisions { options.decisions }

    /// A plan, and what somebody was asked about and lets go.
    struct Draft {
        var draft: RevisionDraft
        let dropped: Set<Address>
    }

    /// The plan between two schemas, in which every value that rows need is decided; `nil` when there is nothing to do.
    ///
    /// Where values are asked for, what the plan loses is asked together with them.
    ///
    /// - Parameter names: what has another name; its catalog is where the plan begins.
    func draft(
        from start: Catalog, to target: Catalog, _ names: Names, after heads: [RevisionID]
    ) async throws -> Draft? {
        let (from, to) = autogen.shown(start, target)
        let renamed = names.start
        var dropped: Set<Address> = []
        func planned(_ upgrade: Decisions, _ downgrade: Decisions) throws -> RevisionDraft? {
            try RevisionDraft(
                message: options.message, from: from, to: to, after: heads, rules: from.dialect.rules,
                renamed: renamed, decisions: upgrade, downgradeDecisions: downgrade, online: online,
                detour: detour)
        }
        guard let plain = try planned(Decisions(), Decisions()) else { return nil }
        let upgrade = plain.upgrade.needs
        let downgrade = plain.downgrade.needs
        guard !(upgrade.isEmpty && downgrade.isEmpty && decisions.fills.isEmpty && decisions.zones.isEmpty) else {
            return Draft(draft: plain, dropped: dropped)
        }
        let losses = notAllowed(names.formerly(plain.upgrade.losses), in: from.dialect)
        let declared = target.provenance.annotations.compactMap { annotation in
            annotation.kind.matter.map { (matter: $0, annotation) }
        }
        let values = try await values(
            for: upgrade, orAlso: downgrade, declared: declared, in: from.dialect, beside: losses, names,
            dropped: &dropped)
        let prober = FillProbe(autogen: autogen)
        let decided = try planned(
            try await prober.decisions(values, for: upgrade, in: to),
            try await prober.decisions(values, for: downgrade, in: from))
        guard var draft = decided else { return nil }
        draft.revision.fills = upgrade.compactMap { need in
            values[need.kind]?[need.object].map { FillRecord(column: need.object, expression: $0) }
        }
        return Draft(draft: draft, dropped: dropped)
    }

    /// Those of the losses that nobody has allowed.
    private func notAllowed(_ losses: [PlannedLoss], in dialect: Dialect) -> [PlannedLoss] {
        guard !decisions.allowed.contains(.dataLoss) else { return [] }
        return losses.filter { loss in
            !decisions.drops.contains { $0.matches(loss.object, in: dialect) || $0.matches(loss.current, in: dialect) }
        }
    }

    /// What a person gives the rows at hand: beforehand, or when asked.
    private func values(
        for needs: [Need], orAlso later: [Need],
        declared: [(matter: Hazard.Matter, annotation: Annotation)], in dialect: Dialect,
        beside losses: [PlannedLoss], _ names: Names, dropped: inout Set<Address>
    ) async throws -> [Hazard.Matter: [Address: String]] {
        func given(
            _ values: [RevisionDecisions.Value], _ kind: Hazard.Matter, _ decision: Decision
        ) throws -> [Address: String] {
            let objects = (needs + later).filter { $0.kind == kind }.map(\.object)
            // A column that has another name answers to the old one, too.
            let current = Dictionary(objects.map { (names.former($0), $0) }, uniquingKeysWith: { first, _ in first })
            let given = try RevisionDecisions.values(
                values, among: Set(objects + Array(current.keys)).sorted(), in: dialect, as: decision)
            return Dictionary(
                given.map { (current[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        // A column may need both.
        var values: [Hazard.Matter: [Address: String]] = [
            .value: try given(decisions.fills, .value, .fill), .zone: try given(decisions.zones, .zone, .zone),
        ]
        // What stands beside the declaration, where no option says otherwise.
        for (matter, annotation) in declared
        where values[matter]?[annotation.object] == nil
            && needs.contains(where: { $0.kind == matter && $0.object == annotation.object })
        {
            values[matter, default: [:]][annotation.object] = annotation.argument
        }
        guard !decisions.allowed.contains(.undecided) else { return values }
        let open = needs.filter { values[$0.kind]?[$0.object] == nil }
        guard !open.isEmpty else { return values }
        let matters =
            losses.map { (Question.Matter.loss, $0.object, $0.message) }
            + open.map { ($0.kind.matter, $0.object, $0.message) }
        for (question, answer) in try await answers(to: matters, names) {
            switch answer {
            case .value(let text):
                values[question.matter == .zone ? .zone : .value, default: [:]][question.object] = text
            case .allow: if question.matter == .loss { dropped.insert(question.object) }
            case .renamed, .different: break
            }
        }
        return values
    }

    /// The revision with a line for each loss that somebody takes; throws ``Refused`` where nobody does.
    ///
    /// What hooks have added to the script is judged with it.
    ///
    /// - Parameter plain: what the statements of the plan seem to lose, before the hooks.
    func accepted(_ drafted: Draft, planned plain: Set<Address>, _ names: Names) async throws -> Revision {
        let draft = drafted.draft
        var revision = draft.revision
        var losses = names.formerly(draft.upgrade.losses)
        let told = ScriptLosses(try draft.script()).upgrade
        let planned = Set(losses.flatMap { [$0.object, $0.current] })
        let written = told.filter { loss in !planned.contains { $0.isSame(as: loss.object) } }
        // What a statement of the plan seems to lose and the plan knows better.
        let harmless = written.filter { plain.contains($0.object) }
        losses += written.filter { !plain.contains($0.object) }.map { PlannedLoss($0.object, $0.message) }
        let dropped = try RevisionDecisions.matched(
            decisions.drops, among: losses.flatMap { [$0.object, $0.current] } + names.candidates, in: revision.dialect,
            as: .drop)
        let open = losses.filter {
            !dropped.contains($0.object) && !dropped.contains($0.current) && !drafted.dropped.contains($0.object)
                && !decisions.allowed.contains(.dataLoss)
        }
        _ = try await answers(to: open.map { (.loss, $0.object, $0.message) }, names)
        let rows = try await rows(of: losses.map(\.object))
        let day = Timestamp.now().day
        // By the name by which a reader of the script finds it.
        let toldOf = Set(told.map(\.object))
        revision.accepts = losses.map { loss in
            Acceptance(
                toldOf.contains(loss.current) && !toldOf.contains(loss.object) ? loss.current : loss.object,
                note: "\(rows[loss.object] ?? .unknown) on \(day)")
        }
        revision.accepts += harmless.map { Acceptance($0.object, note: "no values of its own") }
        return revision
    }

    /// Asks one question after the other; nobody there to answer means that all of them are left open.
    private func answers(
        to matters: [(Question.Matter, Address, String)], _ names: Names
    ) async throws -> [(Question, Answer)] {
        guard !matters.isEmpty else { return [] }
        func counted(_ matter: Question.Matter, _ object: Address) -> Address {
            names.former(Self.counted(matter, object))
        }
        let rows = try await rows(of: matters.map { counted($0.0, $0.1) })
        let questions = matters.map { matter, object, message in
            Question(
                matter, object, message: message, rows: rows[counted(matter, object)] ?? .unknown)
        }
        return try await options.ask(questions, outcome: "no revision was written")
    }

    /// What is counted for a question: of a loss the values, of a column that needs a value the rows of its table.
    static func counted(_ matter: Question.Matter, _ object: Address) -> Address {
        switch matter {
        case .loss, .zone, .rename: object
        case .fill: Address(kind: Kind.table.rawValue, path: Array(object.path.dropLast()))
        }
    }

    func rows(of objects: [Address]) async throws -> [Address: RowCount] {
        counts ? try await autogen.rows(of: objects) : [:]
    }
}

extension Address {
    /// Whether the two are the same object, also where a statement leaves out the schema.
    fileprivate func isSame(as told: Address) -> Bool {
        kind == told.kind && path.count - told.path.count <= 1 && path.suffix(told.path.count) == told.path[...]
    }
}

extension Annotation.Kind {
    /// What it decides about the rows of a column.
    fileprivate var matter: Hazard.Matter? {
        switch self {
        case .renamedFrom: nil
        case .fill: .value
        case .zone: .zone
        }
    }
}

extension RevisionOptions {
    func ask(_ questions: [Question], outcome: String) async throws -> [(Question, Answer)] {
        try await Self.ask(questions, answer, outcome: outcome)
    }

    /// - Parameter all: what is left to decide besides, for whom nobody answers.
    func ask(_ questions: [Question], of all: [Question], outcome: String) async throws -> [(Question, Answer)] {
        do { return try await ask(questions, outcome: outcome) } catch is Refused {
            throw Refused(all, outcome: outcome)
        }
    }

    /// Throws one ``Refused`` with all questions where the first of them finds nobody to answer.
    static func ask(
        _ questions: [Question], _ answer: @Sendable (Question) async throws -> Answer, outcome: String
    ) async throws -> [(Question, Answer)] {
        var answers: [(Question, Answer)] = []
        do {
            for question in questions { answers.append((question, try await answer(question))) }
        } catch is Refused {
            throw Refused(questions, outcome: outcome)
        }
        return answers
    }
}

extension SchemaMigrator {
    /// How many rows of the project's database hold something; nothing is known where it can't be asked.
    func rows(of objects: [Address]) async throws -> [Address: RowCount] {
        guard !objects.isEmpty, dialect != nil else { return [:] }
        do {
            return try await withDatabase { connection in
                guard let connection else { return [:] }
                let counter = RowCounter(connection: connection)
                var rows: [Address: RowCount] = [:]
                // What this database lacks, another may have.
                for object in Set(objects).sorted() { rows[object] = try await counter.rows(of: object) ?? .unknown }
                return rows
            }
        } catch let error as DatabaseError where error.reason == .connection {
            note("note: the database could not be asked how many rows there are: \(error.message)")
            return [:]
        }
    }
}
