import AutogenSchema

/// `CREATE SCHEMA`, `DROP SCHEMA`; nothing about a schema but its name.
enum NamespaceRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Namespace, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        [Statement("CREATE SCHEMA \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: Namespace, in context: PlanContext) -> [Statement] {
        [Statement("DROP SCHEMA \(name: id.path)")]
    }
}
