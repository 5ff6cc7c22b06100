public import AutogenDiff
public import AutogenSchema

/// What a dialect knows about its DDL: how each kind of object is created, dropped and altered, what survives a change
/// of something else, and which statements can take others along.
///
/// Order is not the rules' business: the planner sorts the steps by the dependencies of the two catalogs.
public protocol DDLRules: Sendable {
    /// What a database holds when it has just been made.
    func newborn(version: ServerVersion) -> Catalog

    /// What is renamed before anything else happens, and the catalog as that leaves it.
    func renamed(_ from: Catalog, toward to: Catalog) -> Renamed

    /// Regroups the differences before planning; SQLite gathers the changes of a table's parts into one of the table.
    func prepare(_ changes: [Change], from: Catalog, to: Catalog) -> [Change]

    /// How an altered object gets to its new state.
    func reaction(to alteration: Alteration, in context: PlanContext) -> Reaction

    /// What becomes of an object that stays, but needs one that is dropped or rebuilt.
    func response(of dependent: SchemaObject, toLossOf lost: SchemaObject, in context: PlanContext) -> Response

    /// Objects that go with one that is dropped or rebuilt, though they don't need it.
    func companions(of lost: SchemaObject, in context: PlanContext) -> [ObjectID]

    /// Objects that, made by the same script, are made before this one, though it does not need them.
    func predecessors(of object: SchemaObject, in context: PlanContext) -> [ObjectID]

    /// Objects whose drop, when the script drops them, comes before a step, though nothing in the catalogs says so.
    func earlierDrops(than step: Step, in context: PlanContext) -> [ObjectID]

    /// Objects that take over what an object holds: they are made or altered before it is dropped.
    func heirs(of object: SchemaObject, in context: PlanContext) -> [ObjectID]

    /// Objects whose alteration, when the script alters them, comes before a step, though nothing in the catalogs says so.
    func earlierAlterations(than step: Step, in context: PlanContext) -> [ObjectID]

    /// Whether the alteration of an object waits until one that needs it, and goes, is gone.
    func alteration(of id: ObjectID, awaitsDropOf needer: ObjectID, in context: PlanContext) -> Bool

    /// The object whose `CREATE` statement can hold this one, such as the table of a column.
    func creationHost(of object: SchemaObject, in catalog: Catalog) -> ObjectID?

    /// The objects that take this one along when they are dropped, the likeliest first.
    func dropHosts(of object: SchemaObject, in context: PlanContext) -> [ObjectID]

    /// Whether an object that goes can't go before the one it is part of, which goes too: a column that divides a table.
    func isInseparable(_ object: SchemaObject, in catalog: Catalog) -> Bool

    /// The names an object occupies: two objects with a slot in common can't exist at the same time.
    func slots(of object: SchemaObject) -> [String]

    /// Whether an object that stands in the way of its successor can be renamed instead of dropped first.
    func canSetAside(_ object: SchemaObject) -> Bool

    /// The columns of tables, before and after the script there, whose rows get a value in one statement of their own.
    func fills(in context: PlanContext) -> [ObjectID: [ObjectID]]

    /// The statements for one step; `parts` are the objects whose steps it takes along.
    func statements(for step: Step, with parts: [SchemaObject], in context: PlanContext) -> [Statement]

    /// The statements around a whole script, once it is known.
    func framed(_ statements: [Statement], in context: PlanContext) -> [Statement]
}

extension DDLRules {
    public func fills(in context: PlanContext) -> [ObjectID: [ObjectID]] { [:] }
    public func renamed(_ from: Catalog, toward to: Catalog) -> Renamed { Renamed(from) }
    public func earlierDrops(than step: Step, in context: PlanContext) -> [ObjectID] { [] }
    public func heirs(of object: SchemaObject, in context: PlanContext) -> [ObjectID] { [] }
    public func earlierAlterations(than step: Step, in context: PlanContext) -> [ObjectID] { [] }
    public func companions(of lost: SchemaObject, in context: PlanContext) -> [ObjectID] { [] }
    public func alteration(of id: ObjectID, awaitsDropOf needer: ObjectID, in context: PlanContext) -> Bool { true }
    public func predecessors(of object: SchemaObject, in context: PlanContext) -> [ObjectID] { [] }
    public func isInseparable(_ object: SchemaObject, in catalog: Catalog) -> Bool { false }
}

/// How an altered object gets to its new state.
public enum Reaction: Sendable, Hashable {
    /// By `ALTER`; the objects named are dropped before and created again after it.
    case alter(disturbing: Set<ObjectID>)
    /// By `DROP` and `CREATE`, with everything that depends on it.
    case rebuild
}

/// What becomes of an object that needs something that is dropped or rebuilt.
public enum Response: Sendable, Hashable {
    case rebuild
    /// It is altered, between the creation of the successor and the end of the old one.
    case alter
    case stay
}
