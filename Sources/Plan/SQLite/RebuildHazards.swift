import AutogenSchema

/// What a person should know before a table is rebuilt.
struct RebuildHazards {
    private(set) var all: [Hazard] = []

    init(old: ObjectID, new: ObjectID, in context: ObjectPlan) {
        all.append(Hazard.rewrite("copies all rows of \(new.name) to a new table"))
        let before = TableShape(old, context.from, context.oldParts)
        let after = TableShape(new, context.to, context.newParts)
        for member in before.members where after.member(member.name) == nil {
            all.append(.dataLoss(member.id, "drops the column with its values"))
        }
        addLosses(before, after, in: context)
        for member in after.members where member.column.generated == nil {
            let fill = RowFill(member, in: context)
            guard let source = before.member(member.name) else {
                if RowFill.isNeeded(for: member, in: after) {
                    all.append(fill.hazard)
                } else if member.column.notNull, let value = member.defaultValue {
                    all.append(.fill(member.id, "rows get the default \(value.expression)"))
                }
                continue
            }
            if RowFill.isTightened(source, member, in: after) { all.append(fill.hazardForNull) }
        }
        for member in after.members where member.column.notNull && member.column.generated != nil {
            if before.member(member.name)?.column.notNull != true {
                all.append(Hazard.mayFail("fails when \(member.name) comes out as NULL"))
            }
        }
        addConstraints(old: old, new: new, in: context)
        addConversions(before, after, in: context)
    }

    /// Values that are stored and come out as others.
    private mutating func addLosses(_ before: TableShape, _ after: TableShape, in context: ObjectPlan) {
        for member in after.members {
            guard let source = before.member(member.name), source.column.generated == nil else { continue }
            if member.column.generated != nil {
                all.append(.dataLoss(member.id, "drops its values: from now on they are computed"))
                continue
            }
            let old = Affinity(source.column.type, strict: before.isStrict)
            let new = Affinity(member.column.type, strict: after.isStrict)
            if let loss = Affinity.loss(from: old, to: new) { all.append(.dataLoss(member.id, loss)) }
        }
    }

    /// A value may become another when its column changes, and then violate what stays.
    private mutating func addConversions(_ before: TableShape, _ after: TableShape, in context: ObjectPlan) {
        for member in after.members {
            guard let source = before.member(member.name) else { continue }
            let (old, new) = (source.column, member.column)
            let isStored = Affinity.storesAlike(old.type, strict: before.isStrict, new.type, strict: after.isStrict)
            guard !isStored || old.collation != new.collation || old.generated != new.generated else { continue }
            let holders = (context.dependents[source.id] ?? []).filter { context.from[$0].map(Self.restricts) ?? false }
            guard after.isStrict || !holders.isDisjoint(with: context.to.objects.ids) else { continue }
            all.append(Hazard.mayFail("fails when a value of \(member.name) does not fit as its column is now"))
        }
    }

    private static func restricts(_ object: SchemaObject) -> Bool {
        switch object.definition {
        case .constraint: true
        case .index(let index): index.unique
        case .column(let column): column.generated != nil
        default: false
        }
    }

    private mutating func addConstraints(old: ObjectID, new: ObjectID, in context: ObjectPlan) {
        let known = (context.oldParts[old] ?? []).compactMap { context.from.body($0, as: Constraint.self)?.definition }
        for part in context.newParts[new] ?? [] {
            guard let constraint = context.to.body(part, as: Constraint.self), !known.contains(constraint.definition)
            else {
                continue
            }
            all.append(Hazard.mayFail("fails when a row violates \(constraint.definition)"))
        }
        let wasStrict = context.from.body(old, as: Table.self)?.strict ?? false
        if context.to.body(new, as: Table.self)?.strict == true, !wasStrict {
            all.append(Hazard.mayFail("fails when a value is not of its column's type"))
        }
    }
}
