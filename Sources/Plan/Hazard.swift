public import AutogenSchema

/// What a statement may do beyond changing the schema, for the person who reviews it.
public struct Hazard: Sendable, Hashable {
    /// What may happen; the raw value stands before the message in scripts.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Rows or values are deleted.
        case dataLoss = "data loss"
        /// It can fail on the rows that are there.
        case mayFail = "may fail"
        /// The whole table is written anew, under a lock.
        case rewrite
        /// Readers or writers wait while it runs.
        case lock
        /// Rows need something that only a person knows.
        case needsDecision = "needs a decision"
        /// A person has to do something beside the script.
        case byHand = "by hand"
        /// Rows get a value that they did not have.
        case fill
    }

    /// What a person has to decide.
    public enum Matter: Sendable, Hashable, CaseIterable {
        /// What rows get in a column.
        case value
        /// The time zone of a column.
        case zone
    }

    /// What may happen.
    public let kind: Kind
    /// What happens in this case, in words for the reviewer.
    public let message: String

    /// What is lost, what needs a decision, or where something has to be done.
    public let object: Address?
    /// What there is to decide, of a hazard ``Kind/needsDecision``.
    public let matter: Matter?
    /// What is gone through, of a hazard ``Kind/rewrite`` or ``Kind/lock`` that says so.
    public let use: RelationUse?

    private init(
        _ kind: Kind, _ message: String, of object: Address? = nil, matter: Matter? = nil, use: RelationUse? = nil
    ) {
        self.kind = kind
        self.message = message
        self.object = object
        self.matter = matter
        self.use = use
    }
}

extension Hazard {
    /// - Parameter message: what happens to the object, whose name stands before it.
    package static func dataLoss(_ object: Address, _ message: String) -> Self { Self(.dataLoss, message, of: object) }

    package static func dataLoss(_ object: ObjectID, _ message: String) -> Self { dataLoss(Address(object), message) }

    /// Rows need a value in a column, and nothing supplies one.
    package static func needsValue(_ column: ObjectID, _ message: String) -> Self {
        Self(.needsDecision, message, of: Address(column), matter: .value)
    }

    /// Nothing says in which time zone the times of a column are.
    package static func needsZone(_ column: ObjectID, _ message: String) -> Self {
        Self(.needsDecision, message, of: Address(column), matter: .zone)
    }

    package static func byHand(_ object: Address, _ message: String) -> Self { Self(.byHand, message, of: object) }

    package static func byHand(_ object: ObjectID, _ message: String) -> Self { byHand(Address(object), message) }

    package static func fill(_ column: ObjectID, _ message: String) -> Self {
        Self(.fill, message, of: Address(column))
    }

    package static func mayFail(_ message: String) -> Self { Self(.mayFail, message) }
    package static func rewrite(_ message: String) -> Self { Self(.rewrite, message) }

    /// What a statement goes through, where that was not measured.
    package static func expected(_ use: RelationUse) -> Self {
        switch use.effect {
        case .rewritten, .copied: Self(.rewrite, use.description + use.consequence, use: use)
        case .scanned, .dropped, nil: Self(.lock, use.description + use.consequence, use: use)
        }
    }

    /// Those of clauses that become one statement, which takes of a relation the most that one of them takes; what only
    /// waits for a moment is left out.
    static func joined(_ hazards: [Hazard]) -> [Hazard] {
        let uses = RelationUse.joined(hazards.compactMap(\.use)).filter { $0.effect != nil }
        return hazards.filter { $0.use == nil } + uses.map(expected)
    }
}
