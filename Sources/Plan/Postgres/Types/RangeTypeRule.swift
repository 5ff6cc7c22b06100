import AutogenSQLText
import AutogenSchema

/// `CREATE TYPE ... AS RANGE`; a changed one is made anew.
enum RangeTypeRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: RangeType, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var options: [SQL] = ["subtype = \(raw: body.subtype)", "multirange_type_name = \(raw: body.multirange)"]
        if let opclass = body.subtypeOperatorClass { options.append("subtype_opclass = \(raw: opclass)") }
        if let collation = body.collation { options.append("collation = \(raw: collation)") }
        if let canonical = body.canonical { options.append("canonical = \(raw: canonical)") }
        if let diff = body.subtypeDiff { options.append("subtype_diff = \(raw: diff)") }
        return [Statement("CREATE TYPE \(name: id.path) AS RANGE (\n    \(options, separator: ",\n    ")\n)")]
    }

    static func drop(_ id: ObjectID, _ body: RangeType, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TYPE \(name: id.path)" }
    static let defaultPrivileges: String? = "TYPES"
    static let isColumnType = true
    static func names(_ id: ObjectID, _ body: RangeType) -> [String] {
        var reader = SQLReader(body.multirange, .postgresql)
        return [OccupiedNames.type(id.path)] + (reader.name().map { [OccupiedNames.type($0)] } ?? [])
    }
}
