import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension Authoring {
    /// What has another name in a revision.
    struct Names {
        /// The start with the new names; `nil` where there are none.
        let start: RenamedStart?
        /// What might have had another name, and what it would have been part of.
        let candidates: [Address]
        /// What somebody was asked about: by its new name, with the old one as it is written beside it.
        let answered: [(object: Address, old: String)]

        /// What the database at hand calls an object of the plan.
        func former(_ object: Address) -> Address { start?.script.former[object] ?? object }

        func formerly(_ losses: [PlannedLoss]) -> [PlannedLoss] {
            losses.map { PlannedLoss(former($0.object), $0.message, current: $0.object) }
        }
    }

    /// What has another name: what somebody has said, and what somebody says who is asked.
    ///
    /// - Parameter build: makes the start in an empty database.
    func names(
        from start: Catalog, to target: Catalog, build: @escaping @Sendable (any Connection) async throws -> Void
    ) async throws -> Names {
        var candidates: Set<Address> = []
        var asked: [Rename] = []
        let renames = try await renames(from: start, to: target, &candidates, &asked)
        let renamed = try await autogen.renamed(start, to: target, by: renames, build: build)
        let answered = asked.map { rename in
            let object = renames.renamed(rename.old)
            let isMoved = rename.new.count > 1
            return (object, SQL.shown(isMoved ? rename.old.path : [rename.old.ownName]))
        }
        return Names(start: renamed, candidates: candidates.sorted(), answered: answered)
    }

    private func renames(
        from start: Catalog, to target: Catalog, _ seen: inout Set<Address>, _ answered: inout [Rename]
    ) async throws -> Renames {
        var renames = try RenameRequests(from: start, to: target).renames(decisions.renames)
        // What a hook leaves as it is neither goes nor comes.
        let target = autogen.hooks.accepted(target, from: start)
        var declined: Set<Rename> = []
        while true {
            let known = renames
            let all = RenameDetection.candidates(from: start, to: target, accepted: known) { !declined.contains($0) }
            seen.formUnion(all.map(\.rename.old))
            let candidates = RenameDetection.candidates(from: start, to: target, accepted: known) { rename in
                !declined.contains(rename) && !isToGo(rename.old, known, in: start.dialect)
            }
            // To the database it is no other name.
            let spelled = candidates.map(\.rename).filter { rename in
                rename.new.count == 1 && start.dialect.rules.isSameName(rename.old.ownName, rename.new[0])
            }
            if !spelled.isEmpty {
                renames = Renames(renames.all + spelled)
                continue
            }
            guard !decisions.allowed.contains(.dataLoss) else { return renames }
            let rows = try await rows(of: candidates.map(\.rename.old))
            let questions = RenameQuestions.gathered(candidates).compactMap { group in
                RenameQuestions.question(group, rows: rows[group[0].rename.old] ?? .unknown)
            }
            guard !questions.isEmpty else { return renames }
            // An answer that names nothing is told of before its question is asked again.
            _ = try RevisionDecisions.matched(
                decisions.drops, among: start.addresses.sorted(), in: start.dialect, as: .drop)
            // What a whole is made of is asked once it is known whether that is the same.
            let wholes = questions.filter { !$0.object.isMember }
            let answers = try await options.ask(
                wholes.isEmpty ? questions : wholes, of: questions, outcome: "no revision was written")
            for (question, answer) in answers {
                let asked = question.renames.map(\.rename)
                if answer == .renamed {
                    renames = Renames(renames.all + asked)
                    answered += asked
                } else {
                    declined.formUnion(asked)
                }
            }
        }
    }

    /// Whether somebody has said that an object may be lost, by either of its names.
    private func isToGo(_ object: Address, _ renames: Renames, in dialect: Dialect) -> Bool {
        let now = renames.renamed(object)
        return decisions.drops.contains { $0.matches(object, in: dialect) || $0.matches(now, in: dialect) }
    }
}
