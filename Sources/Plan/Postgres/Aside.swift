import AutogenSchema

/// Renames a type out of the way of its successor, so that columns can move from one to the other with their values.
enum Aside {
    static func isPossible(_ kind: Kind) -> Bool {
        switch kind {
        case .enumType, .domain, .compositeType, .rangeType: true
        case .namespace, .extension, .collation, .sequence, .function, .aggregate, .table, .column, .columnDefault,
            .sequenceOwner, .constraint, .partition, .domainConstraint, .index, .indexPartition, .virtualTable, .view,
            .materializedView, .viewColumn, .rule, .trigger, .policy, .eventTrigger, .accessMethod, .shellType,
            .baseType, .operator, .operatorFamily, .operatorClass, .transform, .foreignDataWrapper, .server,
            .userMapping, .subscription, .securityLabel, .language, .cast, .conversion,
            .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .statistics,
            .publication, .owner, .grant,
            .defaultPrivileges, .comment:
            false
        }
    }

    /// A name has 63 bytes at most; the ending makes a clash with a real name unlikely.
    static func id(of id: ObjectID) -> ObjectID {
        var name = id.name
        while name.utf8.count > 55 { name.removeLast() }
        return ObjectID(id.kind, path: id.path.dropLast() + [name + "__old"])
    }

    static func statements(for object: SchemaObject, in context: PlanContext) -> [Statement] {
        let id = object.id
        let kind = Named.kind(id, in: context.from)
        let renaming = Statement("ALTER \(kind) \(name: id.path) RENAME TO \(name: Aside.id(of: id).name)")
        guard case .rangeType(let range) = object.definition else { return [renaming] }
        // The multirange type and the functions that make values have names of their own.
        let multirange = Aside.id(of: ObjectID(.rangeType, path: id.path.dropLast() + ["\(id.name)_multi"])).name
        var statements = [
            renaming, Statement("ALTER TYPE \(raw: range.multirange) RENAME TO \(name: multirange)"),
            Statement("ALTER FUNCTION \(raw: range.multirange)() RENAME TO \(name: multirange)"),
        ]
        let type = range.subtype
        if context.to.body(id, as: RangeType.self)?.subtype == type {
            for arguments in ["\(type), \(type)", "\(type), \(type), text"] {
                let function: SQL = "\(name: id.path)(\(raw: arguments))"
                statements.append(Statement("ALTER FUNCTION \(function) RENAME TO \(name: Aside.id(of: id).name)"))
            }
        }
        return statements
    }
}
