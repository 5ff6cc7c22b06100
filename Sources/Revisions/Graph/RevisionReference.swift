/// How a person names a place in the history.
///
/// ```swift
/// try RevisionReference("head")           // the latest; also base, heads, current
/// try RevisionReference("3f2a")           // an id, the beginning of one, or a branch label
/// try RevisionReference("3f2a-1")         // steps from there
/// try RevisionReference("+1")             // steps from where the database is
/// try RevisionReference("billing@head")   // on one branch, named by its label or by a revision on it
/// ```
public struct RevisionReference: Sendable, Hashable, CustomStringConvertible {
    /// Where steps are counted from.
    public enum Anchor: Sendable, Hashable {
        /// Before the first revision.
        case base
        /// The only latest revision.
        case head
        /// The latest revisions of all branches.
        case heads
        /// Where the database is.
        case current
        /// The revision whose id begins like this, or the branch with this label.
        case id(prefix: String)
    }

    /// The label of a branch or a revision on it.
    public let branch: String?
    /// The place that it names, or counts from.
    public let anchor: Anchor
    /// How many revisions further; below 0 for back.
    public let steps: Int
    /// Whether only steps are given: from where the database is, or from the other end of a range.
    public let isRelative: Bool
    /// The text it was read from.
    public let description: String

    /// Reads one of the forms above; throws ``RevisionReferenceError``.
    public init(_ text: String) throws(RevisionReferenceError) {
        description = text
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.last ?? ""
        branch = parts.count == 2 ? String(parts[0]) : nil
        let name = place.prefix { $0 != "+" && $0 != "-" }
        let offset = place[name.endIndex...]
        steps = offset.isEmpty ? 0 : Int(offset) ?? 0
        isRelative = name.isEmpty || name == "current" && !offset.isEmpty
        guard offset.isEmpty || steps != 0, branch.map({ RevisionID($0) != nil }) ?? true else {
            throw .malformed(text)
        }
        switch name {
        case "base": anchor = .base
        case "head": anchor = .head
        case "heads": anchor = .heads
        case "current": anchor = .current
        case "" where steps != 0: anchor = .current
        default:
            guard RevisionID(name) != nil else { throw .malformed(text) }
            anchor = .id(prefix: String(name))
        }
    }

    /// Names a revision by its whole id.
    public init(_ id: RevisionID) {
        branch = nil
        anchor = .id(prefix: id.text)
        steps = 0
        isRelative = false
        description = id.text
    }

    private init(_ anchor: Anchor, _ description: String) {
        branch = nil
        self.anchor = anchor
        steps = 0
        isRelative = false
        self.description = description
    }

    /// The latest revision.
    public static let head = RevisionReference(.head, "head")
    /// The latest revisions of all branches.
    public static let heads = RevisionReference(.heads, "heads")
    /// The empty schema before the first revision.
    public static let base = RevisionReference(.base, "base")

    /// Whether it can be resolved only with a database at hand.
    public var needsDatabase: Bool { anchor == .current }
}
