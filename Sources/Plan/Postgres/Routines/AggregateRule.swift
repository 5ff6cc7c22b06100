import AutogenSchema

/// `CREATE AGGREGATE`, `DROP AGGREGATE`; a changed one is made anew.
enum AggregateRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Aggregate, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let options = body.options.joined(separator: ",\n    ")
        return [Statement("CREATE AGGREGATE \(ObjectReference.routine(id, in: context.to)) (\n    \(raw: options)\n)")]
    }

    static func drop(_ id: ObjectID, _ body: Aggregate, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP AGGREGATE \(ObjectReference.routine(id, in: context.from))")]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.routine(id, in: catalog) }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "FUNCTION \(name: Array(id.path.dropLast()))(\(raw: id.name))"
    }
    static let defaultPrivileges: String? = "FUNCTIONS"
    static func names(_ id: ObjectID, _ body: Body) -> [String] { ["function " + id.path.exact] }
}
