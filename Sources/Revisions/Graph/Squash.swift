import AutogenSQLText
public import AutogenSchema

/// Several revisions in a row that become one.
///
/// The one keeps the id of the last, so that nothing that comes after it has to change.
package struct Squash: Sendable {
    /// In order.
    package let scripts: [RevisionScript]
    /// Without an upgrade and a downgrade yet.
    package let revision: Revision

    package init(_ scripts: [RevisionScript], message: String?, in graph: RevisionGraph) throws(SquashError) {
        guard scripts.count > 1, let first = scripts.first, let last = scripts.last else { throw .tooFew }
        let ids = Set(scripts.map(\.id))
        for script in scripts {
            let strangers = graph.followers[script.id, default: []].filter { !ids.contains($0) }
            if script.id != last.id, let stranger = strangers.first { throw .inUse(script.id, by: stranger) }
            if script.id != first.id, let parent = script.revision.downRevisions.first(where: { !ids.contains($0) }) {
                throw .secondStart(script.id, after: parent)
            }
            if script.revision.downRevisions.isEmpty, script.id != first.id {
                throw .secondStart(script.id, after: nil)
            }
        }
        var revision = last.revision
        revision.measured = nil
        revision.requires = scripts.lazy.compactMap(\.revision.requires).first
        revision.downRevisions = first.revision.downRevisions
        revision.message = message ?? last.revision.message
        revision.labels = scripts.flatMap(\.revision.labels).unique
        revision.dependsOn = scripts.flatMap(\.revision.dependsOn).unique.filter { !ids.contains($0) }
        revision.replaces = scripts.flatMap { $0.revision.replaces + [$0.id] }.unique
        self.scripts = scripts
        self.revision = revision
    }

    /// The revision with the statements of all, one script after the other.
    package func joined() throws(MigrationError) -> Revision {
        var revision = revision
        revision.transaction = scripts.allSatisfy { $0.revision.transaction == .yes } ? .yes : .no
        // Where they differ, what is pinned reads the same under any settings, and the rest may not.
        revision.settings = scripts.allSatisfy { $0.revision.settings == .pinned } ? .pinned : .database
        var upgrades: [String] = []
        var downgrades: [String] = []
        for script in scripts {
            upgrades.append(try section(of: script, .upgrade, in: revision.transaction))
            downgrades.insert(try section(of: script, .downgrade, in: revision.transaction), at: 0)
        }
        revision.upgrade = upgrades.filter { !$0.isEmpty }.joined(separator: "\n\n")
        revision.downgrade = downgrades.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return revision
    }

    private func section(
        of script: RevisionScript, _ direction: Direction, in transaction: TransactionSetting
    ) throws(MigrationError) -> String {
        // What a statement takes is measured anew where it is one of others.
        let text = MeasuredText(script.revision.sql(direction), script.revision.dialect.syntax).withoutFacts
        guard !script.statements(direction).isEmpty else { return "" }
        let title = "-- of \(script.id): \(script.revision.message)\n"
        let isEnded = script.statements(direction).last.map { $0.sql.end > $0.sql.range.upperBound } ?? true
        let ends = isEnded ? text : text + "\n;"
        let plan = try ScriptSegments(script, direction, script.revision.transaction)
        let brings = plan.statements.count < script.statements(direction).count
        guard script.revision.transaction == .yes, brings || transaction == .no else { return title + ends }
        let body = brings ? plan.statements.map { $0.text + ";" }.joined(separator: "\n") : ends
        guard transaction == .no, plan.isWhole else { return title + body }
        return title + "BEGIN;\n\(body)\nCOMMIT;"
    }
}

/// Why revisions can't become one.
public enum SquashError: ExplainedError, Sendable, Hashable {
    /// The range has fewer than two revisions.
    case tooFew
    /// Another revision, outside of the range, comes after this one.
    case inUse(RevisionID, by: RevisionID)
    /// A revision inside of the range also comes after one outside of it, or after none.
    case secondStart(RevisionID, after: RevisionID?)

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The revision that stands in the way.
    public var explanation: Explanation { Explanation(text) }

    private var text: String {
        switch self {
        case .tooFew: "a squash needs at least two revisions: FROM:TO, both included"
        case .inUse(let id, let other): "revision \(other) needs \(id), which would be gone; end the range there"
        case .secondStart(let id, let parent):
            "revision \(id) also comes after \(parent?.text ?? "base"), outside of the range: the range must have one start"
        }
    }
}
