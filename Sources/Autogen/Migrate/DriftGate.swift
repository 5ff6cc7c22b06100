import AutogenConnection
public import AutogenDiff
import AutogenReflection
import AutogenRevisions
public import AutogenSchema

/// Objects that revisions are about were changed by hand, so that these may not do what they were proved to do.
public struct ChangedByHand: ExplainedError, Sendable, Hashable {
    /// The database, as messages call it.
    public let database: String
    /// The revision that it has.
    public let head: RevisionID
    /// What differs from what its revisions make.
    public let changes: [Change]
    /// The revision that takes over all of it and something else, which the database lacks.
    public let part: RevisionID?

    /// Always `unsafe`.
    public var category: ErrorCategory { .unsafe }

    /// Each difference in a line.
    public var explanation: Explanation {
        let lines = ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }
        if let part {
            return Explanation(
                "\(database) has a part of what revision \(part) takes over, and not all of it:\n"
                    + lines.joined(separator: "\n"),
                advice: "nothing was run; take that part back out of this database, and the upgrade makes all of it")
        }
        return Explanation(
            "what these revisions change is not what revision \(head) left in \(database):\n"
                + lines.joined(separator: "\n"),
            advice: "nothing was run; take the change into a revision, or back out of the database")
    }
}

/// Compares what scripts are about with what the revision before them left.
struct DriftGate {
    /// What the revisions of the database make.
    let expected: Catalog
    let live: Catalog
    /// What somebody has changed by hand.
    let drift: [Change]
    /// What the revisions make when the scripts have run; `nil` where nobody knows.
    let target: Catalog?
    /// The tables that the scripts name.
    let tables: [[String]]
    /// What is as scripts leave it that take it over.
    var adopted: Set<ObjectID> = []

    /// What was changed by hand of what the scripts are about, and how many other objects were.
    func changes() -> (touched: [Change], others: Int) {
        let made = target.map { Comparison.changes(from: expected, to: $0) } ?? []
        let wholes = Set(made.lazy.map(\.id).filter { !adopted.contains($0) }.map(whole))
        func isTouched(_ whole: ObjectID) -> Bool { wholes.contains(whole) || tables.contains { isSame($0, whole) } }
        let touched = drift.filter { change in
            // What needs it keeps it from being changed.
            isTouched(whole(of: change.id)) || live.needs(of: change.id).contains { isTouched(whole(of: $0)) }
        }
        let others = Set(drift.map { whole(of: $0.id) }).subtracting(touched.map { whole(of: $0.id) })
        return (touched, others.count)
    }

    /// A table for all that is part of it or said about it.
    private func whole(of id: ObjectID) -> ObjectID { [expected, live, target].compactMap(\.self).whole(of: id) }

    /// A script may leave the schema out.
    private func isSame(_ name: [String], _ whole: ObjectID) -> Bool {
        guard Self.relations.contains(whole.kind) else { return false }
        let syntax = expected.dialect.syntax
        // Of two schemas that have such a table, the usual one is meant.
        let path = name.count == 1 ? [expected.dialect.naming.usualSchema] + name : name
        let isTwice = name.count == 1 && expected.contains(ObjectID(whole.kind, path: path))
        return zip((isTwice ? path : name).reversed(), whole.path.reversed()).allSatisfy {
            syntax.key(of: $0) == syntax.key(of: $1)
        }
    }

    private static let relations: Set<Kind> = [.table, .virtualTable, .view, .materializedView]
}

extension Change {
    /// Whether it is an index that a failed `CREATE INDEX CONCURRENTLY` has left, which is dropped before it is made again.
    fileprivate var isLeftOfFailure: Bool {
        guard case .create(let object) = self, case .index(let index) = object.definition else { return false }
        return index.invalid
    }
}

extension SchemaMigrator {
    /// Throws ``ChangedByHand`` where somebody has changed what the scripts are about, and tells of other changes.
    ///
    /// Returns the revisions that take over what the database has already, as they leave it.
    func checkDrift(
        before scripts: [RevisionScript], _ direction: Direction, _ graph: RevisionGraph, on connection: any Connection,
        isAllowed: Bool
    ) async throws -> Set<RevisionID> {
        guard !isAllowed || scripts.contains(where: { !$0.revision.adopts.isEmpty }) else { return [] }
        let state = try await migrator(connection, graph).state()
        // A revision on its way has made what nobody took a snapshot of.
        guard !scripts.isEmpty, state.unfinished == nil, state.heads.count == 1, let head = state.heads.first,
            let snapshot = try project.revisions.snapshot(of: head)
        else { return [] }
        let live = try await reflect(connection)
        guard snapshot.version.major == live.version.major else {
            note(
                "note: whether somebody changed the database by hand is not known: the snapshot of \(head) is of "
                    + "\(live.dialect.title) \(snapshot.version.major), and the database is \(live.version.major)")
            return []
        }
        let hidden = try await Reflector.hiddenKinds(on: connection)
        func seen(_ catalog: Catalog) -> Catalog {
            hidden.isEmpty ? catalog : catalog.filtered { !hidden.contains($0.kind) }
        }
        func catalog(after id: RevisionID?) throws -> Catalog? {
            try id.flatMap { try project.revisions.snapshot(of: $0) }.map { view($0) }
        }
        let (expected, own) = (seen(view(snapshot)), seen(live))
        var drift = Comparison.changes(from: expected, to: own).filter { !$0.isLeftOfFailure }
        // Most databases are as they should be, and what the scripts are about need not be known.
        guard !drift.isEmpty else { return [] }
        var recorded: Set<RevisionID> = []
        var taken: Set<ObjectID> = []
        var part: RevisionID?
        for (place, script) in scripts.enumerated() where direction == .upgrade && !script.revision.adopts.isEmpty {
            guard let before = try catalog(after: script.revision.downRevisions.first),
                let after = try catalog(after: script.id)
            else { continue }
            let adopted = Set(Comparison.changes(from: before, to: after).map(\.id))
            // What the role can't see may be there or not.
            guard !adopted.isEmpty, adopted.allSatisfy({ !hidden.contains($0.kind) }) else { continue }
            func isUntouched(by other: Catalog, to catalog: Catalog) -> Bool {
                adopted.isDisjoint(with: Comparison.changes(from: other, to: catalog).map(\.id))
            }
            // What a revision before it changes is made anew.
            guard isUntouched(by: seen(after), to: own) else {
                let unlike = Set(Comparison.changes(from: seen(after), to: own).map(\.id))
                if drift.allSatisfy({ taken.contains($0.id) || adopted.contains($0.id) && !unlike.contains($0.id) }) {
                    part = script.id
                }
                continue
            }
            let earlier = DriftGate(
                expected: expected, live: own, drift: drift.filter { adopted.contains($0.id) }, target: seen(before),
                tables: scripts[..<place].filter { !recorded.contains($0.id) }.flatMap { $0.tables(direction) },
                adopted: taken)
            guard isUntouched(by: expected, to: seen(before)), earlier.changes().touched.isEmpty else { continue }
            recorded.insert(script.id)
            taken.formUnion(adopted)
        }
        drift.removeAll { taken.contains($0.id) }
        guard !isAllowed, !drift.isEmpty else { return recorded }
        let left = direction == .upgrade ? state.ids.union(scripts.map(\.id)) : state.ids.subtracting(scripts.map(\.id))
        let heads = graph.current(left)
        let gate = DriftGate(
            expected: expected, live: own, drift: drift,
            target: heads.count == 1 ? try catalog(after: heads[0]).map(seen) : nil,
            tables: scripts.filter { !recorded.contains($0.id) }.flatMap { $0.tables(direction) }, adopted: taken)
        let (touched, others) = gate.changes()
        guard touched.isEmpty else {
            throw ChangedByHand(database: try databaseName(), head: head, changes: touched, part: part)
        }
        if others > 0 {
            note(
                "note: \(others) object\(others == 1 ? " was" : "s were") changed by hand that these revisions do not "
                    + "touch; autogen drift shows \(others == 1 ? "it" : "them")")
        }
        return recorded
    }
}
