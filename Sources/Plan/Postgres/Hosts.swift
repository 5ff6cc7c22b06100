import AutogenSchema

/// Which statement can take which object along.
enum Hosts {
    static func creation(of object: SchemaObject, in catalog: Catalog) -> ObjectID? {
        switch object.definition {
        case .column:
            return catalog.parents[object.id]
        case .domainConstraint(let constraint):
            return constraint.notValid.value ? nil : catalog.parents[object.id]
        case .columnDefault:
            guard let column = catalog.parents[object.id] else { return nil }
            // The default of an inherited column is set after the column has come from the parent.
            return catalog.body(column, as: Column.self)?.inherited == true ? nil : column
        case .constraint(let constraint):
            // Inside CREATE TABLE, NOT VALID would be forgotten.
            if constraint.notValid.value
                || Heirs.areLeftToParents(constraint, object.id, in: catalog)
            {
                return nil
            }
            return catalog.parents[object.id]
        case .namespace, .extension, .collation, .enumType, .domain, .compositeType, .rangeType, .sequence, .function,
            .aggregate, .table, .sequenceOwner, .partition, .index, .indexPartition, .virtualTable, .databaseOption,
            .view,
            .materializedView, .viewColumn, .rule, .trigger, .policy, .eventTrigger, .accessMethod, .shellType,
            .baseType, .operator, .operatorFamily, .operatorClass, .transform, .foreignDataWrapper, .server,
            .userMapping, .subscription, .securityLabel, .language, .cast, .conversion,
            .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .statistics,
            .publication, .owner, .grant,
            .defaultPrivileges, .comment:
            return nil
        }
    }

    /// The objects that take this one along when they are dropped, the likeliest first.
    static func drop(of object: SchemaObject, in context: PlanContext) -> [ObjectID] {
        let catalog = context.from
        var parent = catalog.parents[object.id].map { [$0] } ?? []
        // The column of a view is an object only as long as something is said of it.
        if let column = parent.first, column.kind == .viewColumn { parent = catalog.parents[column].map { [$0] } ?? [] }
        switch object.definition {
        case .constraint(let constraint):
            return parent + columns(constraint.columns, of: catalog.parents[object.id], in: context)
                + attached(Self.indexID(of: object.id), in: catalog)
        case .index(let index):
            return parent + columns(index.columns, of: catalog.parents[object.id], in: context)
                + attached(object.id, in: catalog)
        case .sequence:
            let owner = ObjectID(.sequenceOwner, path: object.id.path)
            guard let column = catalog.body(owner, as: SequenceOwner.self)?.column else { return parent }
            return [ObjectID(.column, path: column)]
        case .table:
            // DROP TABLE takes the partitions along.
            let partition = catalog.body(ObjectID(.partition, path: object.id.path), as: Partition.self)
            return parent + (partition.map { [ObjectID(.table, path: $0.parent)] } ?? [])
        case .userMapping:
            // DROP SERVER refuses while it has one.
            return []
        case .shellType:
            return [ObjectID(.baseType, path: object.id.path)]
        case .function:
            // Those that a base type is made of.
            let announced = (catalog.dependencies[object.id] ?? []).filter { $0.kind == .shellType }
            return announced.sorted().map { ObjectID(.baseType, path: $0.path) } + parent
        case .namespace, .extension, .collation, .enumType, .domain, .compositeType, .rangeType, .aggregate,
            .column, .columnDefault, .sequenceOwner, .partition, .domainConstraint, .indexPartition, .virtualTable,
            .databaseOption,
            .view,
            .materializedView, .viewColumn, .rule, .trigger, .policy, .eventTrigger, .accessMethod, .baseType,
            .operator, .operatorFamily, .operatorClass, .transform, .foreignDataWrapper, .server,
            .subscription, .securityLabel, .language, .cast, .conversion,
            .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .statistics,
            .publication, .owner, .grant,
            .defaultPrivileges, .comment:
            return parent
        }
    }

    private static func columns(_ names: [String], of table: ObjectID?, in context: PlanContext) -> [ObjectID] {
        guard let table else { return [] }
        return names.flatMap { dropped(ObjectID(.column, path: table.path + [$0]), in: context) }
    }

    /// The columns whose `DROP COLUMN` a column goes with: itself, or those that it is inherited from.
    private static func dropped(_ column: ObjectID, in context: PlanContext) -> [ObjectID] {
        let parents = Descent.lasting(of: column.relationPath, in: context)
            .map { ObjectID(.column, path: $0 + [column.name]) }.filter(context.isTornDown)
        return parents.isEmpty ? [column] : parents.flatMap { dropped($0, in: context) }
    }

    /// The partitioned index that an index is attached to, or the constraint it stands behind.
    private static func attached(_ index: ObjectID, in catalog: Catalog) -> [ObjectID] {
        let attachment = ObjectID(.indexPartition, path: index.path)
        guard catalog.contains(attachment) else { return [] }
        return (catalog.dependencies[attachment] ?? []).filter { $0 != catalog.parents[attachment] }.sorted()
    }

    private static func indexID(of constraint: ObjectID) -> ObjectID {
        ObjectID(.index, path: [constraint.path.first ?? "", constraint.name])
    }
}
