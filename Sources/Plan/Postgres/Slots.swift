import AutogenSchema

/// The names that objects occupy (the unique indexes of the system catalogs).
enum Slots {
    static func slots(of object: SchemaObject) -> [String] {
        let id = object.id
        switch object.definition {
        case .table, .view, .materializedView: return [relation(id.path), type(id.path)]
        case .sequence, .index: return [relation(id.path)]
        case .enumType, .domain: return [type(id.path)]
        case .shellType: return [type(id.path)]
        case .baseType: return []
        case .compositeType: return [relation(id.path), type(id.path)]
        case .rangeType: return [type(id.path)]
        case .constraint(let constraint):
            var slots = ["constraint " + id.path.exact]
            if constraint.type == .primaryKey {
                slots.append("primary key " + id.relationPath.exact)
            }
            if constraint.isIndexed, let schema = id.path.first { slots.append(relation([schema, id.name])) }
            return slots
        case .column(let column):
            var slots = ["column " + id.path.exact]
            if !column.identitySequence.isEmpty { slots.append(relation(column.identitySequence)) }
            return slots
        case .function, .aggregate: return ["function " + id.path.exact]
        case .namespace, .extension, .collation, .columnDefault, .sequenceOwner, .partition, .domainConstraint,
            .indexPartition, .virtualTable, .databaseOption, .viewColumn, .rule, .trigger, .policy, .eventTrigger,
            .accessMethod,
            .operator, .operatorFamily, .operatorClass, .transform, .foreignDataWrapper, .server, .userMapping,
            .subscription, .securityLabel, .language, .cast,
            .conversion, .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration,
            .statistics, .publication, .owner, .grant,
            .defaultPrivileges, .comment:
            return []
        }
    }

    static func relation(_ path: [String]) -> String { "relation " + path.exact }
    private static func type(_ path: [String]) -> String { "type " + path.exact }
}

extension Constraint {
    /// Whether an index of the same name stands behind it.
    var isIndexed: Bool { type == .primaryKey || type == .unique || type == .exclusion }
}
