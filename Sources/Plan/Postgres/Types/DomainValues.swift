import AutogenSchema

/// Where the values of a domain are.
enum DomainValues {
    /// Whether some are inside of others, such as arrays and rows: the server checks no new constraint on those, and refuses
    /// it (`get_rels_with_domain` in `src/backend/commands/typecmds.c`).
    static func areContained(_ domain: ObjectID, in context: ObjectPlan) -> Bool {
        let name = SQL.dotted(domain.path)
        return (context.dependents[domain] ?? []).contains { id in
            switch context.from[id]?.definition {
            case .column(let column): column.type != name
            case .domain(let other): other.type == name ? areContained(id, in: context) : isStored(id, in: context)
            case .compositeType, .rangeType: isStored(id, in: context)
            default: false
            }
        }
    }

    /// Whether values of a type are kept anywhere.
    private static func isStored(_ type: ObjectID, in context: ObjectPlan) -> Bool {
        (context.dependents[type] ?? []).contains { id in
            switch context.from[id]?.definition {
            case .column, .materializedView: true
            case .domain, .compositeType, .rangeType: isStored(id, in: context)
            default: false
            }
        }
    }
}
