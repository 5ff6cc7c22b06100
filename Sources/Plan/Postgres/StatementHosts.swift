import AutogenSchema

/// Which statement can take which object along.
enum StatementHosts {
    static func creation(of object: SchemaObject, in catalog: Catalog) -> ObjectID? {
        func open<R: PostgresRule>(_ rule: R.Type) -> ObjectID? {
            (object.definition.body as? R.Body).flatMap { rule.creationHost(object.id, $0, in: catalog) }
        }
        return PostgresRules.rule(for: object.kind).flatMap { open($0) }
    }

    /// The objects that take this one along when they are dropped, the likeliest first.
    static func drop(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        let catalog = context.from
        var whole = catalog.parent(of: object.id).map { [$0] } ?? []
        // The column of a view is an object only as long as something is said of it.
        if let column = whole.first, column.kind == .viewColumn {
            whole = catalog.parent(of: column).map { [$0] } ?? []
        }
        func open<R: PostgresRule>(_ rule: R.Type) -> [ObjectID] {
            guard let body = object.definition.body as? R.Body else { return whole }
            return rule.dropHosts(object.id, body, whole: whole, in: context)
        }
        return PostgresRules.rule(for: object.kind).map { open($0) } ?? whole
    }

    static func columns(_ names: [String], of table: ObjectID?, in context: ObjectPlan) -> [ObjectID] {
        guard let table else { return [] }
        return names.flatMap { dropped(ObjectID(.column, path: table.path + [$0]), in: context) }
    }

    /// The columns whose `DROP COLUMN` a column goes with: itself, or those that it is inherited from.
    private static func dropped(_ column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        let parents = InheritanceTree.lasting(of: column.relationPath, in: context)
            .map { ObjectID(.column, path: $0 + [column.name]) }.filter(context.isTornDown)
        return parents.isEmpty ? [column] : parents.flatMap { dropped($0, in: context) }
    }

    /// The partitioned index that an index is attached to, or the constraint it stands behind.
    static func attached(_ index: ObjectID, in catalog: Catalog) -> [ObjectID] {
        let attachment = ObjectID(.indexPartition, path: index.path)
        guard catalog.contains(attachment) else { return [] }
        return catalog.needs(of: attachment).filter { $0 != catalog.parent(of: attachment) }.sorted()
    }

    static func indexID(of constraint: ObjectID) -> ObjectID {
        ObjectID(.index, path: [constraint.path.first ?? "", constraint.name])
    }
}
