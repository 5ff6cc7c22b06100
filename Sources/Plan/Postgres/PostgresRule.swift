import AutogenDiff
import AutogenSchema

/// What PostgreSQL's DDL can do with one kind of object.
///
/// Adding a kind takes a file in a folder beside this with one of these, and a line in ``PostgresRules/rule(for:)``: what is not said
/// here of the kind is as it is with most.
protocol PostgresRule {
    associatedtype Body: ObjectBody

    static func create(
        _ id: ObjectID, _ body: Body, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement]

    static func drop(_ id: ObjectID, _ body: Body, in context: ObjectPlan) -> [Statement]

    /// How a changed object gets to its new state; by default it is dropped and created again.
    static func strategy(for change: Alteration, from: Body, to: Body, in context: ObjectPlan) -> AlterStrategy

    static func alter(_ change: Alteration, from: Body, to: Body, in context: ObjectPlan) -> [Statement]

    /// Objects that must be made again where one of this kind is made.
    static func disturbed(byMaking id: ObjectID, _ body: Body, in context: ObjectPlan) -> Set<ObjectID>

    /// The keyword of the kind: `TABLE`, `MATERIALIZED VIEW`, `PROCEDURE`.
    ///
    /// - Parameter body: `nil` where the catalog does not hold the object.
    static func word(_ body: Body?) -> SQL

    /// What follows the keyword where something is said of the object: `public.users`, `audit ON public.users`.
    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL

    /// Keyword and name as `GRANT` takes them.
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL

    /// What `ALTER DEFAULT PRIVILEGES` calls objects of the kind; `nil` where it says nothing of them.
    static var defaultPrivileges: String? { get }

    /// The names an object occupies (the unique indexes of the system catalogs).
    static func names(_ id: ObjectID, _ body: Body) -> [String]

    /// Whether columns can have it as their type, and move from one that has been renamed to its successor with their values.
    static var isColumnType: Bool { get }

    /// Whether one can be renamed while something still holds on to it, so that its successor gets the name.
    static var canBeRenamedTemporarily: Bool { get }

    /// The object whose `CREATE` statement can hold this one, such as the table of a column.
    static func creationHost(_ id: ObjectID, _ body: Body, in catalog: Catalog) -> ObjectID?

    /// The objects that take this one along when they are dropped, the likeliest first.
    ///
    /// - Parameter whole: what it is part of, if anything.
    static func dropHosts(_ id: ObjectID, _ body: Body, whole: [ObjectID], in context: ObjectPlan) -> [ObjectID]

    /// Whether an object must be out of the way while the type of a column that it needs changes.
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool

    /// Objects that, made by the same script, are made before this one, though it does not need them.
    static func predecessors(_ id: ObjectID, _ body: Body, in context: ObjectPlan) -> [ObjectID]
}

extension PostgresRule {
    static func strategy(for change: Alteration, from: Body, to: Body, in context: ObjectPlan) -> AlterStrategy {
        .recreate
    }
    static func alter(_ change: Alteration, from: Body, to: Body, in context: ObjectPlan) -> [Statement] { [] }
    static func disturbed(byMaking id: ObjectID, _ body: Body, in context: ObjectPlan) -> Set<ObjectID> { [] }
    static func word(_ body: Body?) -> SQL { "\(raw: Body.kind.rawValue.uppercased())" }
    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { "\(name: id.path)" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.object(id, in: catalog) }
    static var defaultPrivileges: String? { nil }
    static func names(_ id: ObjectID, _ body: Body) -> [String] { [] }
    static var isColumnType: Bool { false }
    static var canBeRenamedTemporarily: Bool { isColumnType }
    static func creationHost(_ id: ObjectID, _ body: Body, in catalog: Catalog) -> ObjectID? { nil }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { false }
    static func predecessors(_ id: ObjectID, _ body: Body, in context: ObjectPlan) -> [ObjectID] { [] }

    static func dropHosts(
        _ id: ObjectID, _ body: Body, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] { whole }
}

extension AlterStrategy {
    static let alter = AlterStrategy.alter(disturbing: [])
}

/// Another type of a column, for what needs the column.
struct TypeChange {
    /// Whether the server converts defaults and keys by itself.
    let isClose: Bool
    /// Whether the column held text.
    let wasText: Bool
}
