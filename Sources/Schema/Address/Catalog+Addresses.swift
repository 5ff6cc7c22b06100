extension Catalog {
    /// Everything that can be called by another name: objects, and what of them has a name but no identity.
    package var addresses: [Address] {
        objects.flatMap { object -> [Address] in
            switch object.kind {
            case .columnDefault, .partition, .indexPartition, .sequenceOwner, .viewColumn, .cast, .transform,
                .userMapping, .databaseOption, .defaultPrivileges, .extension, .operator, .accessMethod:
                []
            case .owner, .grant, .comment, .securityLabel: []
            case .namespace, .language, .collation, .shellType, .baseType, .enumType, .domain,
                .compositeType, .rangeType, .sequence, .function, .aggregate, .operatorFamily, .operatorClass,
                .conversion, .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration,
                .foreignDataWrapper, .server, .table, .column, .constraint, .domainConstraint, .index, .statistics,
                .virtualTable, .view, .materializedView, .rule, .trigger, .policy, .publication, .subscription,
                .eventTrigger:
                [Address(object.id)] + namedParts(of: object.id)
            }
        }
    }

    /// The labels of an enum, the attributes of a composite type, the columns of a view.
    package func namedParts(of id: ObjectID) -> [Address] {
        let (kind, names): (String, [String])
        switch self[id]?.definition {
        case .enumType(let type): (kind, names) = ("label", type.labels)
        case .compositeType(let type): (kind, names) = ("attribute", type.attributes.map(\.name))
        case .view(let view): (kind, names) = (Kind.column.rawValue, view.columns.map(\.name))
        case .materializedView(let view): (kind, names) = (Kind.column.rawValue, view.columns.map(\.name))
        default: return []
        }
        return names.map { Address(kind: kind, path: id.path + [$0]) }
    }
}
