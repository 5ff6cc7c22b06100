package import AutogenDiff
package import AutogenSchema

/// What a dialect knows about its DDL: how each kind of object is created, dropped and altered, what survives a change
/// of something else, and which statements can take others along.
///
/// The planner sorts the steps by the dependencies of the two catalogs; what else a rule knows of their order are its
/// edges. Each requirement gets a value that is finished: of a phase, or of a round of ``Impact``.
package protocol DDLRules: Sendable {
    /// What a database holds when it has just been made.
    func emptyCatalog(version: ServerVersion) -> Catalog

    /// What is renamed before anything else happens, and what is left to do then.
    func renamed(_ differences: Differences) -> Renamed

    /// Whether an object gets another name by a statement of its own, and not along with another, or by being made anew.
    func isRenamedAlone(_ object: Address, in start: Catalog, with renames: Renames) -> Bool

    /// What gets the same new name along with an object: the columns of tables that inherit one.
    func renamedAlong(with object: Address, in start: Catalog) -> [Address]

    /// What gives an object another name, or another schema.
    ///
    /// - Parameter start: the schema that `step.object` is of.
    func renaming(_ step: RenameStep, in start: Catalog) -> SQL

    /// Code that keeps anything from being renamed, in the order in which it can be dropped.
    func codeInTheWay(ofRenamingIn start: Catalog) -> [CodeInTheWay]

    /// What takes away an object whose name is wanted and that can't get another, and what reads it; empty where it can.
    func dropAside(_ object: Address, in start: Catalog) -> [CodeInTheWay]

    /// What reads the rows of something renamed by the name that it has before, and so must be filled once it has that back.
    func refills(afterUndoing renames: Renames, in start: Catalog) -> [Refill]

    /// What is left to do by hand once names are given, in a schema that declares the new ones.
    func hazards(of renames: Renames, in target: Catalog) -> [Hazard]

    /// How a column or a constraint stands in the `CREATE TABLE` of its table, with its parts; `nil` for what stands elsewhere.
    func member(_ object: SchemaObject, with parts: [SchemaObject]) -> SQL?

    /// Whether two names that differ are the same to the database, so that one can't follow the other at once.
    func isSameName(_ one: String, _ other: String) -> Bool

    /// How an altered object gets to its new state.
    func strategy(for alteration: Alteration, in objects: ObjectPlan) -> AlterStrategy

    /// Objects that are dropped before another is made, and created again after it.
    func disturbed(byMaking object: SchemaObject, in objects: ObjectPlan) -> Set<ObjectID>

    /// What becomes of an object that stays, but needs one that is dropped or recreated.
    func action(on dependent: SchemaObject, atLossOf lost: SchemaObject, in objects: ObjectPlan) -> DependentAction

    /// Objects that go with one that is dropped or recreated, though they don't need it.
    func droppedAlong(with lost: SchemaObject, in objects: ObjectPlan) -> [ObjectID]

    /// Columns whose values take another form for as long as something else changes; each is altered then, at least.
    func setAside(in objects: ObjectPlan) -> Set<ObjectID>

    /// What is done with rows, once it is known what happens to each object.
    func rowWork(in objects: ObjectPlan) -> RowWork

    /// What comes before a step, where the script does it at all, beside what is made before it is needed and dropped
    /// after it was.
    func edges(for step: Step, in impact: Impact) -> [Edge]

    /// What is to come before an object that is computed over rows, since a text that the database does not read names it;
    /// given up where it would close a circle.
    func unreadNeeds(in impact: Impact) -> [ObjectID: Set<ObjectID>]

    /// The object whose `CREATE` can make this one along: that of a table a column.
    func creationHost(of object: SchemaObject, in objects: ObjectPlan) -> ObjectID?

    /// The objects whose `DROP` takes this one along.
    func dropHosts(of object: SchemaObject, in objects: ObjectPlan) -> DropHosts

    /// The names an object occupies.
    func occupiedNames(of object: SchemaObject) -> OccupiedNames

    /// Whether the engine lets others write into a table while its schema changes.
    var canBeOnline: Bool { get }

    /// What comes before columns get another type, and names go, while clients use them; `nil` where nothing has to be
    /// written anew or goes.
    func expansion(in objects: ObjectPlan, keeping names: KeptNames) throws(ExpansionError) -> Expansion?

    /// What clients must find once a step has run, since what it takes away, or hides, was there before.
    func awaited(by step: Step, in objects: ObjectPlan) -> Succession

    /// Whether an expression may give each row another value, for no reason that is in the row.
    func varies(_ expression: String) -> Bool

    /// Whether the successor of a recreated object can be made under another name before it goes; the statements that create
    /// it drop the old one then.
    ///
    /// - Parameter changes: what else is altered while the old one is there, which would otherwise be gone.
    func canSwap(_ object: SchemaObject, during changes: [Alteration], in objects: ObjectPlan) -> Bool

    /// The statements for one step; `parts` are the objects whose steps it takes along.
    func statements(for step: Step, with parts: [SchemaObject], in impact: Impact) -> [Statement]

    /// A whole script with the statements that stand around it.
    func enveloped(_ statements: [Statement], in objects: ObjectPlan) -> [Statement]
}

extension DDLRules {
    package func renamedAlong(with object: Address, in start: Catalog) -> [Address] { [] }
    package func dropAside(_ object: Address, in start: Catalog) -> [CodeInTheWay] { [] }
    package func isSameName(_ one: String, _ other: String) -> Bool { false }
    package func codeInTheWay(ofRenamingIn start: Catalog) -> [CodeInTheWay] { [] }
    package func refills(afterUndoing renames: Renames, in start: Catalog) -> [Refill] { [] }
    package func hazards(of renames: Renames, in target: Catalog) -> [Hazard] { [] }
    package func setAside(in objects: ObjectPlan) -> Set<ObjectID> { [] }
    package func rowWork(in objects: ObjectPlan) -> RowWork { RowWork() }
    package func edges(for step: Step, in impact: Impact) -> [Edge] {
        impact.droppedDependents(of: step).map(Edge.dropped)
    }
    package func unreadNeeds(in impact: Impact) -> [ObjectID: Set<ObjectID>] { [:] }
    package var canBeOnline: Bool { false }
    package func awaited(by step: Step, in objects: ObjectPlan) -> Succession { Succession() }
    package func varies(_ expression: String) -> Bool { false }
    package func expansion(
        in objects: ObjectPlan, keeping names: KeptNames
    ) throws(ExpansionError) -> Expansion? { nil }
    package func canSwap(
        _ object: SchemaObject, during changes: [Alteration], in objects: ObjectPlan
    ) -> Bool { false }
    package func disturbed(byMaking object: SchemaObject, in objects: ObjectPlan) -> Set<ObjectID> { [] }
    package func droppedAlong(with lost: SchemaObject, in objects: ObjectPlan) -> [ObjectID] { [] }
}

/// What a step comes after.
package enum Edge: Sendable, Hashable {
    /// The making of an object, or its altering where it is there before.
    case made(ObjectID)
    case altered(ObjectID)
    case dropped(ObjectID)
    /// What takes an object out of the way.
    case setAside(ObjectID)
    /// What gives the rows of a table their values.
    case filled(ObjectID)
}

/// The objects whose `DROP` takes another along: a table its indexes.
package struct DropHosts: Sendable, Hashable {
    /// The likeliest first.
    package let possible: [ObjectID]
    /// What the object is part of, where it can't go before that: a table, for a column by which it is partitioned.
    package let required: ObjectID?
    /// What must go by the same statement, or the object goes alone: the place of a table among the partitions of another.
    package let companion: ObjectID?

    package init(_ possible: [ObjectID], required: ObjectID? = nil, companion: ObjectID? = nil) {
        self.possible = possible
        self.required = required
        self.companion = companion
    }
}

/// The names an object occupies: two objects with one in common can't exist at the same time.
package struct OccupiedNames: Sendable, Hashable {
    package let names: [String]
    /// Whether the object can be renamed out of the way of its successor, and dropped later.
    package let isMovable: Bool

    package init(_ names: [String], isMovable: Bool = false) {
        self.names = names
        self.isMovable = isMovable
    }
}

/// How an altered object gets to its new state.
package enum AlterStrategy: Sendable, Hashable {
    /// By `ALTER`; the objects named are dropped before and created again after it.
    case alter(disturbing: Set<ObjectID>)
    /// By `DROP` and `CREATE`, with everything that depends on it.
    case recreate
}

/// What becomes of an object that needs something that is dropped or recreated.
package enum DependentAction: Sendable, Hashable {
    case recreate
    /// It is altered, between the creation of the successor and the end of the old one.
    case alter
    case stay
}
