import AutogenSchema

/// Parts of a table that are the same but for their names.
extension Renamings {
    mutating func renameNamesakes() {
        for kind in [Kind.constraint, .domainConstraint, .index, .statistics, .rule, .trigger, .policy] {
            var candidates = Dictionary(grouping: made(kind)) { target.parent(of: $0.id) }
            guard !candidates.isEmpty else { continue }
            // A name may be free only once its holder has another.
            var waiting = lost(kind)
            var hasProgress = true
            while hasProgress {
                hasProgress = false
                for old in waiting {
                    guard let parent = catalog.parent(of: old.id),
                        let index = candidates[parent]?.firstIndex(where: { differsInNameAlone(old, $0) }),
                        let new = candidates[parent]?[index]
                    else { continue }
                    candidates[parent]?.remove(at: index)
                    waiting.removeAll { $0.id == old.id }
                    rename(old, to: new)
                    hasProgress = true
                }
            }
        }
    }

    private func differsInNameAlone(_ old: SchemaObject, _ new: SchemaObject) -> Bool {
        // Statistics have a schema of their own.
        guard old.id.path.dropLast() == new.id.path.dropLast(),
            Self.isSame(old.definition, new.definition), !isHandedDown(old.id),
            staysAttached(old.id, as: new.id)
        else { return false }
        // The server takes the constraint of a typed table for a column and refuses.
        let isTyped = catalog.body(ObjectID(.table, path: old.id.relationPath), as: Table.self)?.ofType.isEmpty == false
        if old.kind == .constraint, isTyped { return false }
        let held = Set(PostgresRules.occupiedNames(of: old))
        let wanted = Set(PostgresRules.occupiedNames(of: new)).subtracting(held)
        return !catalog.objects.contains { !wanted.isDisjoint(with: PostgresRules.occupiedNames(of: $0)) }
    }

    private func staysAttached(_ old: ObjectID, as new: ObjectID) -> Bool {
        guard let parent = parentIndex(of: old, in: catalog) else { return true }
        return parent == parentIndex(of: new, in: target)
    }

    /// The index of a partitioned table that an index is attached to, with which it goes.
    private func parentIndex(of id: ObjectID, in catalog: Catalog) -> [String]? {
        let attachment = ObjectID(.indexPartition, path: [id.path.first ?? "", id.name])
        return catalog.body(attachment, as: IndexPartition.self)?.parent
    }

    /// A check has one name in a whole family of tables.
    private func isHandedDown(_ id: ObjectID) -> Bool {
        catalog.body(id, as: Constraint.self)?.type == .check
            && catalog.ids(of: .constraint).contains { other in
                guard other.name == id.name, other != id else { return false }
                return InheritanceTree.ancestors(of: other.relationPath, in: catalog).contains(id.relationPath)
                    || InheritanceTree.ancestors(of: id.relationPath, in: catalog).contains(other.relationPath)
            }
    }

    /// Whether two definitions are the same but for the name of the object, which is part of some texts.
    private static func isSame(_ old: Definition, _ new: Definition) -> Bool {
        switch (old, new) {
        case (.index(let from), .index(var to)):
            to.definition = from.definition
            return from.isBuilt(like: to) && from.parameters.value == to.parameters.value && .index(from) == .index(to)
        case (.trigger(let from), .trigger(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value
                && from.isConstraint.value == to.isConstraint.value && .trigger(from) == .trigger(to)
        case (.rule(let from), .rule(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value && .rule(from) == .rule(to)
        case (.statistics(let from), .statistics(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value && .statistics(from) == .statistics(to)
        default: return old == new
        }
    }

    mutating func rename(_ old: SchemaObject, to new: SchemaObject) {
        let relation = old.id.relationPath
        let name = new.id.name
        let kind = ObjectReference.kind(old.id, in: catalog)
        let sql: SQL =
            switch old.kind {
            case .constraint: "ALTER TABLE \(name: relation) RENAME CONSTRAINT \(name: old.id.name) TO \(name: name)"
            case .domainConstraint:
                "ALTER DOMAIN \(name: relation) RENAME CONSTRAINT \(name: old.id.name) TO \(name: name)"
            case .rule, .trigger, .policy:
                "ALTER \(kind) \(name: old.id.name) ON \(name: relation) RENAME TO \(name: name)"
            default: "ALTER \(kind) \(name: old.id.path) RENAME TO \(name: name)"
            }
        let schema = old.id.path.first ?? ""
        let attached = ObjectID(.indexPartition, path: [schema, old.id.name])
        let whole = catalog.parent(of: old.id)
        var moves = [old.id: new.id]
        let isIndex = PostgresRules.occupiedNames(of: old).contains { $0.hasPrefix("relation ") }
        if isIndex { moves[attached] = ObjectID(.indexPartition, path: [schema, name]) }
        apply(Statement(sql), moves: moves) { object in
            if object.id == old.id { return new.definition }
            guard isIndex else { return object.definition }
            return Self.roles(of: object, whole: whole, old: old.id, new: new.id)
        }
    }

    /// Other objects that name an index.
    private static func roles(
        of object: SchemaObject, whole: ObjectID?, old: ObjectID, new: ObjectID
    ) -> Definition {
        let schema = old.path.first ?? ""
        if case .indexPartition(var part) = object.definition, part.parent == [schema, old.name] {
            part.parent = [schema, new.name]
            return .indexPartition(part)
        }
        if case .table(var table) = object.definition, object.id == whole {
            if table.clusteredOn == old.name { table.clusteredOn = new.name }
            if table.replicaIdentity == .index(old.name) { table.replicaIdentity = .index(new.name) }
            return .table(table)
        }
        return object.definition
    }
}
