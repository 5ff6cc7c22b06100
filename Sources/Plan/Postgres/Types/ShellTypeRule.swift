import AutogenDiff
import AutogenSchema

/// `CREATE TYPE name`, the announcement of a type; `DROP TYPE` takes it along once the type is made.
enum ShellTypeRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ShellType, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE TYPE \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: ShellType, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func names(_ id: ObjectID, _ body: Body) -> [String] { [OccupiedNames.type(id.path)] }

    static func dropHosts(
        _ id: ObjectID, _ body: ShellType, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] { [ObjectID(.baseType, path: id.path)] }
}
