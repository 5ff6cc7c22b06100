public import AutogenRevisions
public import AutogenSchema

/// What a report says about a database as a whole.
public struct DatabaseSummary: Sendable, Hashable {
    /// The environment, the tenant, or the URL without its password.
    public let name: String
    /// The engine; `nil` where the database could not be read.
    public var dialect: Dialect?
    /// The version of the server, or of the SQLite library; `nil` where it could not be asked.
    public var version: ServerVersion?
    /// The revisions that it claims to be at; empty at the base.
    public var revisions: [RevisionID] = []
    /// The latest revisions of the project.
    public var heads: [RevisionID] = []
    /// How far it is from the states that it was compared with.
    public var comparisons: [StateComparison] = []
    /// Whole scripts, where there is something to repair.
    public var restore: Repair?
    /// A script that makes of a database as declared what this one is; `nil` where nothing differs.
    public var adopt: Repair?
    /// What else a reader must know, a sentence each.
    public var notes: [String] = []

    package init(name: String) { self.name = name }
}

/// How far a database is from a state.
public struct StateComparison: Sendable, Hashable {
    /// `to revision 3f2a9c81d0be`, `to head 90aa41c09be7`, `from head to the declared schema`
    public let state: String
    /// The number of findings.
    public let differences: Int

    package init(_ state: String, differences: Int) {
        self.state = state
        self.differences = differences
    }
}
