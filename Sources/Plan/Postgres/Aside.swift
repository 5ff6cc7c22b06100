import AutogenSchema

/// Renames a type out of the way of its successor, so that columns can move from one to the other with their values.
enum Aside {
    static func isPossible(_ kind: Kind) -> Bool {
        switch kind {
        case .enumType, .domain, .compositeType, .rangeType: true
        case .namespace, .extension, .collation, .sequence, .function, .aggregate, .table, .column, .columnDefault,
            .sequenceOwner, .constraint, .partition, .domainConstraint, .index, .indexPartition, .virtualTable, .view,
            .materializedView, .viewColumn, .rule, .trigger, .policy, .eventTrigger, .owner, .grant,
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

    static func statement(for id: ObjectID, in catalog: Catalog) -> Statement {
        Statement("ALTER \(Named.kind(id, in: catalog)) \(name: id.path) RENAME TO \(name: Aside.id(of: id).name)")
    }
}
