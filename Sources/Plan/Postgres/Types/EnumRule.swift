import AutogenDiff
import AutogenSchema

/// `CREATE TYPE ... AS ENUM`, `ALTER TYPE ... ADD VALUE`; a label that goes, or another order, takes a new type to which
/// every column moves.
enum EnumRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: EnumType, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        [Statement("CREATE TYPE \(name: id.path) AS ENUM (\(literals: body.labels))", hazards: lost(id, body, context))]
    }

    /// The labels that a type had before it was made anew.
    private static func lost(_ id: ObjectID, _ body: EnumType, _ context: ObjectPlan) -> [Hazard] {
        guard context.recreated.contains(id), let old = context.from.body(id, as: EnumType.self) else { return [] }
        return old.labels.filter { !body.labels.contains($0) }.map {
            .dataLoss(Address(kind: "label", path: id.path + [$0]), "drops the label, which no row may hold by then")
        }
    }

    static func drop(_ id: ObjectID, _ body: EnumType, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func strategy(for change: Alteration, from: EnumType, to: EnumType, in context: ObjectPlan) -> AlterStrategy
    {
        canAlter(from, to: to) ? .alter : .recreate
    }

    /// Labels can come, in any place; none can go, nor change its place.
    static func canAlter(_ from: EnumType, to: EnumType) -> Bool {
        to.labels.filter { from.labels.contains($0) } == from.labels
    }

    static func alter(_ change: Alteration, from: EnumType, to: EnumType, in context: ObjectPlan) -> [Statement] {
        var previous: String?
        var statements: [Statement] = []
        for label in to.labels {
            if !from.labels.contains(label) {
                // Each goes behind the one before it; the first goes before the old first.
                let place: SQL =
                    if let previous { "AFTER \(literal: previous)" } else if let first = from.labels.first {
                        "BEFORE \(literal: first)"
                    } else { "" }
                let sql: SQL = "ALTER TYPE \(name: change.id.path) ADD VALUE \(literal: label) \(place)"
                statements.append(Statement(sql, role: .addsLabel(label)))
            }
            previous = label
        }
        return statements
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TYPE \(name: id.path)" }
    static let defaultPrivileges: String? = "TYPES"
    static let isColumnType = true
    static func names(_ id: ObjectID, _ body: Body) -> [String] { [OccupiedNames.type(id.path)] }
}
