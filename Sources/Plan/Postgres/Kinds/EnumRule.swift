import AutogenDiff
import AutogenSchema

/// `CREATE TYPE ... AS ENUM`, `ALTER TYPE ... ADD VALUE`; a label that goes, or another order, takes a new type to which
/// every column moves.
enum EnumRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: EnumType, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        [Statement("CREATE TYPE \(name: id.path) AS ENUM (\(literals: body.labels))", hazards: lost(id, body, context))]
    }

    /// The labels that a type had before it was made anew.
    private static func lost(_ id: ObjectID, _ body: EnumType, _ context: PlanContext) -> [Hazard] {
        guard context.rebuilt.contains(id), let old = context.from.body(id, as: EnumType.self) else { return [] }
        return old.labels.filter { !body.labels.contains($0) }.map {
            .dataLoss(Address(kind: "label", path: id.path + [$0]), "drops the label, which no row may hold by then")
        }
    }

    static func drop(_ id: ObjectID, _ body: EnumType, in context: PlanContext) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func reaction(_ change: Alteration, from: EnumType, to: EnumType, in context: PlanContext) -> Reaction {
        to.labels.filter { from.labels.contains($0) } == from.labels ? .alter : .rebuild
    }

    static func alter(_ change: Alteration, from: EnumType, to: EnumType, in context: PlanContext) -> [Statement] {
        var previous: String?
        var statements: [Statement] = []
        for label in to.labels {
            if !from.labels.contains(label) {
                // Each goes behind the one before it; the first goes before the old first.
                let place: SQL =
                    if let previous { "AFTER \(literal: previous)" } else if let first = from.labels.first {
                        "BEFORE \(literal: first)"
                    } else { "" }
                statements.append(Statement("\(addValue(change.id)) \(literal: label) \(place)"))
            }
            previous = label
        }
        return statements
    }

    private static func addValue(_ id: ObjectID) -> SQL { "ALTER TYPE \(name: id.path) ADD VALUE" }

    /// The quoted label that a statement of ``alter(_:from:to:in:)`` adds.
    static func addedLabel(in sql: SQL) -> String? {
        guard sql.text.hasPrefix("ALTER TYPE "), let range = sql.text.firstRange(of: " ADD VALUE '") else { return nil }
        let rest = sql.text[range.upperBound...]
        var label = "'"
        var index = rest.startIndex
        while index < rest.endIndex {
            label.append(rest[index])
            let next = rest.index(after: index)
            if rest[index] == "'" {
                guard next < rest.endIndex, rest[next] == "'" else { return label }
                label.append("'")
                index = rest.index(after: next)
            } else {
                index = next
            }
        }
        return label
    }
}
