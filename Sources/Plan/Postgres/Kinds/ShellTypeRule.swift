import AutogenDiff
import AutogenSchema

/// `CREATE TYPE name`, the announcement of a type; `DROP TYPE` takes it along once the type is made.
enum ShellTypeRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ShellType, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement] {
        [Statement("CREATE TYPE \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: ShellType, in context: PlanContext) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }
}
