/// What a statement may do beyond changing the schema, for the person who reviews it.
public struct Hazard: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Rows or values are deleted.
        case dataLoss = "data loss"
        /// It can fail on the rows that are there.
        case mayFail = "may fail"
        /// The whole table is written anew, under a lock.
        case rewrite
        /// Readers or writers wait while it runs.
        case lock
        /// What goes and what comes is taken for one thing under two names.
        case rename
        /// A person has to supply something.
        case manual = "needs a decision"
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
