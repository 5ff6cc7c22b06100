public import AutogenSchema

/// What a person decided about values before a script was written.
///
/// ```swift
/// var decisions = RevisionDecisions()
/// decisions.drops = [try AddressPattern("column person.full_name")]
/// decisions.fills = [try RevisionDecisions.Value("account.owner=1")]
/// ```
public struct RevisionDecisions: Sendable, Hashable {
    /// A value for what an address names.
    public struct Value: Sendable, Hashable {
        /// Which objects the value is for, such as `account.owner`.
        public let pattern: AddressPattern
        /// A SQL expression, or the name of a time zone.
        public let text: String

        /// Reads `table.column=EXPRESSION`; throws ``AddressError``.
        public init(_ assignment: String) throws(AddressError) {
            (pattern, text) = try AddressPattern.assignment(assignment)
        }

        package init(pattern: AddressPattern, text: String) {
            self.pattern = pattern
            self.text = text
        }
    }

    /// What may be lost.
    public var drops: [AddressPattern] = []
    /// What the rows at hand get in a column that must have a value.
    public var fills: [Value] = []
    /// The time zone of the times in a column.
    public var zones: [Value] = []
    /// What has another name, and keeps what it holds.
    public var renames: [RequestedRename] = []
    /// What may pass without being named one by one.
    public var allowed: Set<Allowance> = []

    /// Nothing is decided.
    public init() {}
}

/// An object that somebody says has another name.
public struct RequestedRename: Sendable, Hashable, CustomStringConvertible {
    /// The old name.
    public let pattern: AddressPattern
    /// The new name, after its schema where that is another one.
    public let name: [String]

    /// Reads `[KIND] OLD=NEW`, such as `table main.users=people`; throws ``AddressError``.
    public init(_ assignment: String) throws(AddressError) {
        let (pattern, name) = try AddressPattern.assignment(assignment)
        self.init(pattern, to: try Address.parts(name))
    }

    /// Says that what a pattern names has another name.
    public init(_ pattern: AddressPattern, to name: [String]) {
        self.pattern = pattern
        self.name = name
    }

    /// As it is read.
    public var description: String { "\(pattern)=\(SQL.shown(name))" }
}

/// What a person can let pass as a whole.
public enum Allowance: String, Sendable, Hashable, CaseIterable {
    /// Writing what trying did not prove.
    case unproved
    /// New names that break the project's convention.
    case naming
    /// Losing values.
    case dataLoss = "data-loss"
    /// Statements that fail on rows until somebody has decided what these get.
    case undecided
    /// Writing tables with rows anew in an environment that is protected from that.
    case rewrite
    /// Going through tables while clients wait, in an environment that is protected from that.
    case lock
    /// Migrating a database in which somebody has changed by hand what the revisions are about.
    case drift
}

/// What is decided of one thing.
public enum Decision: String, Sendable, Hashable, CaseIterable {
    /// It may be lost.
    case drop
    /// What rows get in it.
    case fill
    /// The time zone of the times in it.
    case zone
}

/// A decision about something that the script at hand does not touch.
public struct DecisionError: ExplainedError, Sendable, Hashable {
    /// What was decided: a loss, a value or a zone.
    public let decision: Decision
    /// The pattern that names nothing.
    public let pattern: AddressPattern
    /// The object whose name is most like the pattern; `nil` where none is like it.
    public let nearest: Address?
    /// What there was to decide.
    public let known: [Address]

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The pattern, and the nearest name or all that there was to decide.
    public var explanation: Explanation {
        let known =
            known.isEmpty
            ? "there is nothing of the kind" : "there is \(known.map(\.description).joined(separator: ", "))"
        let hint = nearest.map { "did you mean \($0)?" } ?? known
        let what =
            switch decision {
            case .drop: "loses"
            case .fill, .zone: "has to decide"
            }
        return Explanation("\(decision.rawValue) \(pattern): names nothing that this revision \(what); \(hint)")
    }
}

extension RevisionDecisions {
    /// The objects that one of the patterns names; throws ``DecisionError`` for a pattern that names none.
    static func matched(
        _ patterns: [AddressPattern], among objects: [Address], in dialect: Dialect, as decision: Decision
    ) throws(DecisionError) -> Set<Address> {
        var matched: Set<Address> = []
        for pattern in patterns {
            let named = objects.filter { pattern.matches($0, in: dialect) }
            guard !named.isEmpty else {
                throw DecisionError(
                    decision: decision, pattern: pattern, nearest: pattern.nearest(among: objects), known: objects)
            }
            matched.formUnion(named)
        }
        return matched
    }

    /// The value for each object that one of the patterns names; a later one wins.
    static func values(
        _ values: [Value], among objects: [Address], in dialect: Dialect, as decision: Decision
    ) throws(DecisionError) -> [Address: String] {
        var result: [Address: String] = [:]
        for value in values {
            for object in try matched([value.pattern], among: objects, in: dialect, as: decision) {
                result[object] = value.text
            }
        }
        return result
    }
}
