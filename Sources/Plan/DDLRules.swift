package import AutogenDiff
package import AutogenSchema

/// What a dialect knows about its DDL: how each kind of object is created, dropped and altered, what survives a change
/// of something else, and which statements can take others along.
///
/// Order is not the rules' business: the planner sorts the steps by the dependencies of the two catalogs.
package protocol DDLRules: Sendable {
    /// What a database holds when it has just been made.
    func newborn(version: ServerVersion) -> Catalog

    /// What is renamed before anything else happens, and what is left to do then.
    func renamed(_ differences: Differences) -> Renamed

    /// How an altered object gets to its new state.
    func reaction(to alteration: Alteration, in objects: ObjectPlan) -> AlterStrategy

    /// What becomes of an object that stays, but needs one that is dropped or rebuilt.
    func response(of dependent: SchemaObject, toLossOf lost: SchemaObject, in objects: ObjectPlan) -> DependentAction

    /// Objects that go with one that is dropped or rebuilt, though they don't need it.
    func companions(of lost: SchemaObject, in objects: ObjectPlan) -> [ObjectID]

    /// What is done with rows, once it is known what happens to each object.
    func rowWork(in objects: ObjectPlan) -> RowWork

    /// What comes before a step, where the script does it at all, though nothing in the catalogs says so.
    func edges(for step: Step, in impact: Impact) -> [Edge]

    /// Whether the alteration of an object waits until one that needs it, and goes, is gone.
    func alteration(of id: ObjectID, awaitsDropOf needer: ObjectID, in objects: ObjectPlan) -> Bool

    /// The objects whose statement can take this one along, the likeliest first: `CREATE TABLE` a column, `DROP TABLE` an
    /// index.
    func hosts(of object: SchemaObject, for deed: Deed, in objects: ObjectPlan) -> [ObjectID]

    /// Whether an object that goes can't go before the one it is part of, which goes too: a column that divides a table.
    func isInseparable(_ object: SchemaObject, in catalog: Catalog) -> Bool

    /// The names an object occupies: two objects with a slot in common can't exist at the same time.
    func slots(of object: SchemaObject) -> [String]

    /// Whether an object that stands in the way of its successor can be renamed instead of dropped first.
    func canSetAside(_ object: SchemaObject) -> Bool

    /// The statements for one step; `parts` are the objects whose steps it takes along.
    func statements(for step: Step, with parts: [SchemaObject], in impact: Impact) -> [Statement]

    /// The statements around a whole script, once it is known.
    func framed(_ statements: [Statement], in objects: ObjectPlan) -> [Statement]
}

extension DDLRules {
    package func rowWork(in objects: ObjectPlan) -> RowWork { RowWork() }
    package func edges(for step: Step, in impact: Impact) -> [Edge] { [] }
    package func companions(of lost: SchemaObject, in objects: ObjectPlan) -> [ObjectID] { [] }
    package func alteration(of id: ObjectID, awaitsDropOf needer: ObjectID, in objects: ObjectPlan) -> Bool { true }
    package func isInseparable(_ object: SchemaObject, in catalog: Catalog) -> Bool { false }
    package func canSetAside(_ object: SchemaObject) -> Bool { false }
}

/// What a step comes after.
package enum Edge: Sendable, Hashable {
    /// The making of an object, or its altering where it is there before.
    case made(ObjectID)
    case altered(ObjectID)
    case dropped(ObjectID)
}

/// What a statement does that takes others along.
package enum Deed: Sendable, Hashable {
    case creation
    case drop
}

/// How an altered object gets to its new state.
package enum AlterStrategy: Sendable, Hashable {
    /// By `ALTER`; the objects named are dropped before and created again after it.
    case alter(disturbing: Set<ObjectID>)
    /// By `DROP` and `CREATE`, with everything that depends on it.
    case rebuild
}

/// What becomes of an object that needs something that is dropped or rebuilt.
package enum DependentAction: Sendable, Hashable {
    case rebuild
    /// It is altered, between the creation of the successor and the end of the old one.
    case alter
    case stay
}
