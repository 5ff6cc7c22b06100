public import AutogenRevisions

/// What a new revision is to be.
///
/// ```swift
/// var options = RevisionOptions(message: "add users")
/// options.labels = ["billing"]
/// try await autogen.revision(options)
/// ```
public struct RevisionOptions: Sendable {
    public var message: String
    /// A random one where it is `nil`.
    public var id: RevisionID?
    /// What it comes after; the only head where it is empty.
    public var after: [RevisionReference] = []
    /// Whether it may come after a revision that others come after already.
    public var splice = false
    public var labels: [String] = []
    /// Revisions of other branches, or labels of theirs, that must be applied before.
    public var dependsOn: [RevisionReference] = []
    /// Whether to write the sections empty, for a person to fill.
    public var isEmpty = false
    /// Whether to start from the snapshot of the head and not from the database.
    public var isOffline = false
    /// Whether to write it though trying it did not show what it must.
    public var allowsUnproved = false
    /// Whether new names may break the project's convention.
    public var allowsNames = false

    public init(message: String) { self.message = message }
}

/// Why a revision can't stand where it is to stand.
public enum RevisionOptionsError: Error, Sendable, Hashable, CustomStringConvertible {
    case idTaken(RevisionID, file: String)
    case badLabel(String)
    case labelTaken(String, file: String)
    case notAHead(RevisionID)
    case unproved(RevisionID, String)
    case names([NamingBreach])

    public var description: String {
        switch self {
        case .idTaken(let id, let file): "\(file): has the revision id \(id) already"
        case .badLabel(let label):
            "\"\(label)\" is no branch label: 1 to 40 letters, digits or _, and none of head, heads, base, current"
        case .labelTaken(let label, let file): "\(file): has the branch label \"\(label)\" already"
        case .notAHead(let id): "revision \(id) is no head: others come after it; --splice starts a branch there"
        case .names(let breaches):
            "new names do not follow the convention:\n"
                + breaches.map { "  \($0)" }.joined(separator: "\n") + "\n--allow naming lets them pass"
        case .unproved(let id, let why): "revision \(id) would not hold, so nothing was changed\n\(why)"
        }
    }
}
