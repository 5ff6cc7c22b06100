public import AutogenRevisions
public import AutogenSchema

/// What a report says about a database as a whole.
public struct DatabaseSummary: Sendable, Hashable {
    /// The environment, the tenant, or the URL without its password.
    public let name: String
    public var dialect: Dialect?
    public var version: ServerVersion?
    /// The revisions that it claims to be at; empty at the base.
    public var revisions: [RevisionID] = []
    /// The latest revisions of the project.
    public var heads: [RevisionID] = []
    public var comparisons: [StateComparison] = []
    /// Whole scripts, where there is something to repair.
    public var restore: Repair?
    public var adopt: Repair?
    public var notes: [String] = []

    public init(name: String) { self.name = name }
}

/// How far a database is from a state.
public struct StateComparison: Sendable, Hashable {
    /// `to revision 3f2a9c81d0be`, `to head 90aa41c09be7`, `from head to the declared schema`
    public let state: String
    /// The number of findings.
    public let differences: Int

    public init(_ state: String, differences: Int) {
        self.state = state
        self.differences = differences
    }
}
