/// What is wrong, as one word of reports, of `--fail-on` and of rules in code scanning.
public enum FindingKind: String, Sendable, Hashable, CaseIterable {
    /// In the database, and nothing says that it should be.
    case unexpected
    /// Not in the database, though it should be.
    case missing
    /// In the database, but not as it should be.
    case changed
    /// In the database under another name.
    case renamed
    /// Left behind by a `CREATE INDEX CONCURRENTLY` that failed.
    case invalidIndex = "invalid-index"
    /// `NOT VALID`: rows from before it may break it.
    case unvalidatedConstraint = "unvalidated-constraint"
    /// A trigger or rule is switched off, or fires at other times than it should.
    case disabledTrigger = "disabled-trigger"
    /// The database lacks a revision.
    case pendingRevision = "pending-revision"
    /// A column has its successor beside it, and the revision that ends this waits for the new version to run everywhere.
    case openExpansion = "open-expansion"
    /// A script is not what it was when it was applied.
    case editedRevision = "edited-revision"
    /// The database has a revision that no script has.
    case unknownRevision = "unknown-revision"
    /// The history of the project has more than one head.
    case severalHeads = "several-heads"
    /// A change of the declared schema that no revision brings.
    case withoutRevision = "without-revision"
    /// The database could not be read.
    case unreachable

    /// `invalid index`
    public var title: String { rawValue.replacing("-", with: " ") }

    /// One sentence for people who meet the kind for the first time.
    public var explanation: String {
        switch self {
        case .unexpected: "An object is in the database, and neither its revisions nor the declared schema have it."
        case .missing: "An object that should be in the database is not there."
        case .changed: "An object of the database is not as it should be."
        case .renamed: "An object of the database has another name than it should."
        case .invalidIndex: "An index is marked invalid: queries don't use it, and writes still pay for it."
        case .unvalidatedConstraint: "A constraint is NOT VALID: rows from before it may break it."
        case .disabledTrigger: "A trigger does not fire as it should."
        case .pendingRevision: "The database lacks a revision of the project."
        case .openExpansion: "Columns stand beside their successors until the new version runs everywhere."
        case .editedRevision: "A revision script is not what it was when the database applied it."
        case .unknownRevision: "The database has a revision that no script of the project has."
        case .severalHeads: "The history of the project has several heads."
        case .withoutRevision: "A change of the declared schema has no revision."
        case .unreachable: "The database could not be read."
        }
    }
}
