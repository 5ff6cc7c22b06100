public import AutogenSchema

/// Revisions of one branch that come after another branch from now on.
///
/// ```swift
/// let rebase = try Rebase(of: mine, onto: theirs, in: graph)
/// rebase.moved        // the revisions that only `mine` has, in order
/// rebase.reparented   // the first of them, with its new down-revisions
/// ```
package struct Rebase: Sendable {
    package let onto: RevisionID
    /// In the order of the history.
    package let moved: [RevisionScript]
    /// Whose down-revisions change, and to what.
    package let reparented: [RevisionID: [RevisionID]]

    package init(of head: RevisionID, onto: RevisionID, in graph: RevisionGraph) throws(RebaseError) {
        let kept = graph.ancestors(of: [onto])
        let moved = graph.ancestors(of: [head]).subtracting(kept)
        guard !moved.isEmpty else { throw .nothing(head, onto: onto) }
        guard !graph.ancestors(of: [head]).contains(onto) else { throw .nothing(head, onto: onto) }
        let ordered = graph.upgrades(to: [head], applied: kept)
        var reparented: [RevisionID: [RevisionID]] = [:]
        for script in ordered {
            let down = script.revision.downRevisions
            let stays = down.filter(moved.contains)
            if stays.count < down.count || down.isEmpty { reparented[script.id] = (stays + [onto]).unique }
        }
        self.onto = onto
        self.moved = ordered
        self.reparented = reparented
    }
}

/// Why a branch can't be put after another.
public enum RebaseError: ExplainedError, Sendable, Hashable {
    /// One comes after the other already.
    case nothing(RevisionID, onto: RevisionID)
    /// The database has these scripts, which would come after others now.
    case applied([String])

    /// `usage` where there is nothing to do, `unsafe` where the database has what would change.
    public var category: ErrorCategory {
        switch self {
        case .nothing: .usage
        case .applied: .unsafe
        }
    }

    /// The revisions or files that it is about.
    public var explanation: Explanation {
        switch self {
        case .nothing(let head, let onto):
            Explanation("nothing to move: \(head) and \(onto) are on one branch already")
        case .applied(let files):
            Explanation(
                "the database has revisions that would be changed:\n"
                    + files.map { "  \($0)" }.joined(separator: "\n"),
                advice: "downgrade it first, or move the other branch")
        }
    }
}
