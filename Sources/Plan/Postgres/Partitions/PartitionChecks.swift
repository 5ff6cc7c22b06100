import AutogenSchema

/// The checks that a partition shares with the tables above it: which it brings, keeps and gives up.
enum PartitionChecks {
    /// The checks that a table must have to become a partition, which count as its parent's afterwards.
    static func inheritedChecks(of partition: ObjectID, _ context: ObjectPlan) -> [SchemaObject] {
        func checks(of tables: [[String]]) -> [SchemaObject] {
            tables.flatMap { context.newParts[ObjectID(.table, path: $0)] ?? [] }.compactMap { context.to[$0] }.filter {
                part in
                guard case .constraint(let body) = part.definition, body.type == .check else { return false }
                return !body.noInherit.value
                    && !context.to.contains(ObjectID(.constraint, path: partition.path + [part.id.name]))
            }
        }
        var found: [SchemaObject] = []
        var parent = context.to.body(partition, as: Partition.self)?.parent
        while let table = parent {
            found += checks(of: [table])
            let next = ObjectID(.partition, path: table)
            parent = context.created.contains(next) ? nil : context.to.body(next, as: Partition.self)?.parent
            guard PartitionOrdering.changesParent(next, context) else { continue }
            // What it keeps from the table that it leaves, it has before the next one has it.
            let wholes = InheritanceTree.ancestors(of: table, in: context.to)
            found += checks(of: wholes).filter { check in
                !found.contains { $0.id == check.id }
                    && Self.checks(named: check.id.name, above: table, in: context.from).contains {
                        keepsCheck($0, of: next, context)
                    }
            }
        }
        var seen: Set<ObjectID> = []
        return found.filter { seen.insert($0.id).inserted }
    }

    /// The checks of a name that a partition has from its parents.
    static func checks(named name: String, above table: [String], in catalog: Catalog) -> [ObjectID] {
        guard !catalog.contains(ObjectID(.constraint, path: table + [name])) else { return [] }
        return InheritanceTree.ancestors(of: table, in: catalog).map { ObjectID(.constraint, path: $0 + [name]) }.filter
        {
            guard let check = catalog.body($0, as: Constraint.self) else { return false }
            return check.type == .check && !check.noInherit.value
        }
    }

    /// Whether a table must get a check to become a partition.
    static func lacks(
        _ check: SchemaObject, _ body: Constraint, for partition: ObjectID, _ context: ObjectPlan
    ) -> Bool {
        let own = ObjectID(.constraint, path: partition.path + [check.id.name])
        guard !keeps(own, like: body, context) else { return false }
        if context.created.contains(partition) || context.isMade(ObjectID(.table, path: partition.path)) { return true }
        // The partition of another table, or of one that is made anew, had the check of its predecessor, and keeps it only if
        // it is the same.
        return
            (PartitionOrdering.changesParent(partition, context)
            || context.isMade(ObjectID(.table, path: check.id.relationPath)))
            && !checks(named: check.id.name, above: partition.path, in: context.from).contains {
                context.from.body($0, as: Constraint.self) == body && survives($0, context)
            }
    }

    /// Whether a check can stay while what it is about changes: nothing compares values of a type with those of its successor.
    static func survives(_ check: ObjectID, _ context: ObjectPlan) -> Bool {
        let columns = context.from.body(check, as: Constraint.self)?.columns ?? []
        let isOfRemade = context.from.needs(of: check).contains { $0.kind.isColumnType && context.isTornDown($0) }
        return !isOfRemade
            && !columns.contains {
                ColumnTypeChange.isRemade(ObjectID(.column, path: check.relationPath + [$0]), in: context)
            }
    }

    /// Whether a table that becomes a partition brings a check that becomes its parent's.
    static func keeps(_ check: ObjectID, like body: Constraint, _ context: ObjectPlan) -> Bool {
        let table = ObjectID(.table, path: check.relationPath)
        return !context.isTornDown(table) && context.from.body(check, as: Constraint.self) == body
    }

    /// The same, for the check that goes as one of the table's own.
    static func becomesInherited(_ check: ObjectID, _ body: Constraint, _ context: ObjectPlan) -> Bool {
        let partition = ObjectID(.partition, path: check.relationPath)
        return body.type == .check && PartitionOrdering.comes(partition, context) && keeps(check, like: body, context)
            && inheritedChecks(of: partition, context).contains {
                $0.id.name == check.name && $0.definition == .constraint(body)
            }
    }

    /// Whether a table that is no longer a partition has the check already, from the parent it had.
    static func remains(_ check: ObjectID, _ body: Constraint, _ context: ObjectPlan) -> Bool {
        let table = ObjectID(.table, path: check.relationPath)
        return body.type == .check && PartitionOrdering.leaves(ObjectID(.partition, path: table.path), context)
            && !context.isMade(table)
            && checks(named: check.name, above: table.path, in: context.from).contains {
                context.from.body($0, as: Constraint.self) == body && survives($0, context)
            }
    }

    /// Whether a partition that is detached has the check of its parent afterwards, as it is: its own, or its next parent's.
    static func keepsCheck(_ check: ObjectID, of partition: ObjectID, _ context: ObjectPlan) -> Bool {
        let own = ObjectID(.constraint, path: partition.path + [check.name])
        if let body = context.to.body(own, as: Constraint.self) { return remains(own, body, context) }
        guard PartitionOrdering.changesParent(partition, context), survives(check, context),
            let old = context.from.body(check, as: Constraint.self)
        else {
            return false
        }
        return checks(named: check.name, above: partition.path, in: context.to).contains {
            context.to.body($0, as: Constraint.self) == old
        }
    }

    /// Whether a check that goes with its table comes again with the next one: the partition keeps it in the meantime.
    static func comesAgain(_ check: ObjectID, to partition: ObjectID, _ context: ObjectPlan) -> Bool {
        guard context.isTornDown(ObjectID(.table, path: check.relationPath)),
            let body = context.from.body(check, as: Constraint.self), body.type == .check
        else { return false }
        if context.isTornDown(ObjectID(.table, path: partition.path)) { return true }
        guard survives(check, context) else { return false }
        return InheritanceTree.ancestors(of: partition.path, in: context.to).contains {
            context.to.body(ObjectID(.constraint, path: $0 + [check.name]), as: Constraint.self) == body
        }
    }
}
