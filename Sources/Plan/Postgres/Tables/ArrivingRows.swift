import AutogenSchema

/// What rows must satisfy that a table which is made anew takes over from another.
enum ArrivingRows {
    /// Whether a table that the script makes gets the rows of another, perhaps by way of what it is a partition of.
    static func come(to table: ObjectID, in context: ObjectPlan) -> Bool {
        guard !context.successors.isEmpty else { return false }
        return !sources(of: table, in: context).isEmpty
    }

    private static func sources(of table: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        let wholes = InheritanceTree.ancestors(of: table.path, in: context.to).map { ObjectID(.table, path: $0) }
        let targets = Set([table] + wholes)
        return context.successors.filter { targets.contains($0.value) }.map(\.key)
    }

    /// Whether all rows that come, if any, satisfied a constraint where they were.
    static func satisfy(_ constraint: Constraint, of table: ObjectID, in context: ObjectPlan) -> Bool {
        satisfy(constraint, sources(of: table, in: context), context)
    }

    private static func satisfy(_ constraint: Constraint, _ sources: [ObjectID], _ context: ObjectPlan) -> Bool {
        sources.allSatisfy { source in
            (context.oldParts[source] ?? []).contains { part in
                guard let old = context.from.body(part, as: Constraint.self) else { return false }
                return old.type == constraint.type && old.bareDefinition == constraint.bareDefinition
                    && !old.notValid.value && !old.notEnforced.value
            }
        }
    }

    /// What is said of the statement that brings the rows of some tables to one: the checks and keys of that, and of its
    /// partitions, are there by then.
    static func hazards(of table: ObjectID, from sources: [ObjectID], in context: ObjectPlan) -> [Hazard] {
        let partitions = context.to.ids(of: .partition).filter {
            InheritanceTree.ancestors(of: $0.path, in: context.to).contains(table.path)
        }
        let tables = [table] + partitions.map { ObjectID(.table, path: $0.path) }
        return tables.flatMap { context.newParts[$0] ?? [] }.compactMap { part in
            guard let body = context.to.body(part, as: Constraint.self), isThere(body), !inherits(part, body, context),
                !satisfy(body, sources, context)
            else { return nil }
            return .mayFail("fails if rows break \(part.name)")
        }
    }

    /// Foreign keys are made once the rows are there.
    private static func isThere(_ body: Constraint) -> Bool {
        switch body.type {
        case .check, .primaryKey, .unique, .exclusion: !body.notValid.value && !body.notEnforced.value
        case .notNull, .foreignKey: false
        }
    }

    /// What a partition has of its table is said of that.
    private static func inherits(_ part: ObjectID, _ body: Constraint, _ context: ObjectPlan) -> Bool {
        InheritanceTree.parents(of: part.relationPath, in: context.to).contains { parent in
            (context.newParts[ObjectID(.table, path: parent)] ?? []).contains { above in
                guard let whole = context.to.body(above, as: Constraint.self) else { return false }
                return whole.type == body.type && whole.bareDefinition == body.bareDefinition
            }
        }
    }
}
