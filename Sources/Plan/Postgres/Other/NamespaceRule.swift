import AutogenSchema

/// `CREATE SCHEMA`, `DROP SCHEMA`; nothing about a schema but its name.
enum NamespaceRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Namespace, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        [Statement("CREATE SCHEMA \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: Namespace, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP SCHEMA \(name: id.path)")]
    }

    static let defaultPrivileges: String? = "SCHEMAS"
}
