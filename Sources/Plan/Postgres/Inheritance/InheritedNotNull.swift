import AutogenDiff
import AutogenSchema

/// Tables that inherit from another and refuse NULL by themselves.
enum InheritedNotNull {
    /// Whether a table refuses NULL by itself in a column that a parent may refuse it in as well. Before version 18, it is
    /// known only where the parent doesn't; a partition has the constraints of the whole as they are.
    static func own(_ id: ObjectID, _ body: Column, in catalog: Catalog) -> Bool {
        guard catalog.version >= ServerVersion(18, 0),
            !catalog.contains(ObjectID(.partition, path: id.relationPath))
        else { return body.notNullOwn }
        return body.ownsNotNull
    }

    /// Whether a child goes on refusing NULL in a column that a parent no longer refuses it in.
    static func refuse(column id: ObjectID, in context: ObjectPlan) -> Bool {
        context.to.objects.contains { object in
            let child = object.id
            guard child.kind == .column, child.name == id.name, case .column(let body) = object.definition else {
                return false
            }
            return body.notNullOwn
                && InheritanceTree.parents(of: child.relationPath, in: context.to).contains(id.relationPath)
        }
    }

    /// What makes partitions go on refusing NULL in a column in which their whole does no longer: nothing takes it from a
    /// whole alone.
    static func partitions(refusingBelow id: ObjectID, in context: ObjectPlan) -> [Statement] {
        context.to.ids(of: .partition).compactMap { partition in
            let column = ObjectID(.column, path: partition.path + [id.name])
            guard context.to.body(partition, as: Partition.self)?.parent == id.relationPath,
                context.from.contains(partition), !context.isTornDown(partition),
                let body = context.to.body(column, as: Column.self), body.notNull,
                context.from.body(column, as: Column.self)?.notNull == true
            else { return nil }
            return NotNull.setting(column, body)
        }
    }

    /// The columns of children that refuse NULL by themselves before the script, and after it because the parent does.
    ///
    /// Before version 18, nobody can tell.
    static func lettingGo(of id: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard context.from.version >= ServerVersion(18, 0) else { return [] }
        return InheritanceTree.children(of: id.relationPath, in: context).map {
            ObjectID(.column, path: $0 + [id.name])
        }
        .filter { child in
            guard let change = context.altered[child], case .column(let from) = change.from.definition,
                case .column(let to) = change.to.definition
            else { return false }
            return from.ownsNotNull && to.notNull && !to.ownsNotNull
        }.sorted()
    }

    /// The columns of children that begin to refuse NULL with one of a parent, by constraints of other names: the parent's
    /// would reach them first, and nothing gives them another name then (server 18). The lowest come first.
    static func named(below id: ObjectID, in context: ObjectPlan) -> [(id: ObjectID, body: Column)] {
        func found(below id: ObjectID) -> [(id: ObjectID, body: Column)] {
            guard let body = beginning(id, in: context), !body.notNullNoInherit else { return [] }
            let columns = context.created.union(context.altered.keys)
            return columns.filter { $0.kind == .column && $0.name == id.name && $0 != id }.compactMap { child in
                guard let own = beginning(child, in: context), own.ownsNotNull, own.notNullName != nil,
                    own.notNullName != body.notNullName,
                    InheritanceTree.ancestors(of: child.relationPath, in: context.to).contains(id.relationPath)
                else { return nil }
                return (child, own)
            }
        }
        let above = InheritanceTree.ancestors(of: id.relationPath, in: context.to)
            .flatMap { found(below: ObjectID(.column, path: $0 + [id.name])) }
        func depth(_ id: ObjectID) -> Int { InheritanceTree.ancestors(of: id.relationPath, in: context.to).count }
        return found(below: id).filter { child in !above.contains { $0.id == child.id } }
            .sorted { (depth($1.id), $0.id) < (depth($0.id), $1.id) }
    }

    /// What children hold for all rows though the parent doesn't: its constraint comes to them as it is (server 18).
    static func validations(below id: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard let body = context.to.body(id, as: Column.self), body.notNullNotValid else { return [] }
        return context.to.ids(of: .column).compactMap { child in
            guard child.name == id.name, child != id, !context.isMade(ObjectID(.table, path: child.relationPath)),
                let own = context.to.body(child, as: Column.self), own.notNull, !own.notNullNotValid, !own.ownsNotNull,
                InheritanceTree.ancestors(of: child.relationPath, in: context.to).contains(id.relationPath)
            else { return nil }
            return Statement(
                head: ColumnRule.head(child), "VALIDATE CONSTRAINT \(name: NotNull.name(of: body, id))",
                hazards: [Hazard.mayFail("fails if column \(child.name) holds NULL")])
        }
    }

    /// Whether the constraint of a column is made before that of a parent, by the statements of the parent's column.
    static func comesBefore(parentOf id: ObjectID, in context: ObjectPlan) -> Bool {
        InheritanceTree.ancestors(of: id.relationPath, in: context.to).contains { table in
            named(below: ObjectID(.column, path: table + [id.name]), in: context).contains { $0.id == id }
        }
    }

    /// A column of a table that stays, as it is once it refuses NULL, where it has not done so.
    private static func beginning(_ id: ObjectID, in context: ObjectPlan) -> Column? {
        guard context.to.version >= ServerVersion(18, 0), let body = context.to.body(id, as: Column.self),
            body.notNull, !body.notNullNotValid, !context.isMade(ObjectID(.table, path: id.relationPath)),
            context.created.contains(id)
                || context.altered[id] != nil && context.from.body(id, as: Column.self)?.notNull == false
        else { return nil }
        return body
    }

    /// A constraint that a parent has as well becomes the table's own, or the parent's alone.
    ///
    /// Nothing takes it from the table but the end of those above it, which are made again then.
    static func ownership(_ change: Alteration, from: Column, to: Column, in context: ObjectPlan) -> [Statement] {
        let id = change.id
        let above = owners(above: id, in: context.to)
        guard context.to.version >= ServerVersion(18, 0), !above.isEmpty, from.ownsNotNull != to.ownsNotNull else {
            return []
        }
        if to.ownsNotNull { return [NotNull.setting(id, to)] }
        // Where the parent begins to refuse NULL, the child let go of it before.
        guard above.allSatisfy({ context.from.body($0.id, as: Column.self)?.notNull == true }) else { return [] }
        return above.map { NotNull.dropping($0.id) } + [NotNull.dropping(id)]
            + above.flatMap { owner in
                let name = NotNull.name(of: owner.body, owner.id)
                return [NotNull.setting(owner.id, owner.body)]
                    + NotNull.comment(owner.id, from: Column(), to: owner.body, name: name)
            }
    }

    /// The columns of ancestors whose own constraints reach a column, the topmost first.
    private static func owners(above id: ObjectID, in catalog: Catalog) -> [(id: ObjectID, body: Column)] {
        var found: [(id: ObjectID, body: Column)] = []
        for table in InheritanceTree.ancestors(of: id.relationPath, in: catalog).reversed() {
            let column = ObjectID(.column, path: table + [id.name])
            guard let body = catalog.body(column, as: Column.self), body.ownsNotNull, !body.notNullNoInherit,
                !found.contains(where: { $0.id == column })
            else { continue }
            found.append((column, body))
        }
        return found
    }

    /// Whether a primary key has columns that parents alone refuse NULL in: inside `CREATE TABLE`, the key would make the
    /// constraints the table's own as well.
    static func areLeftToParents(_ key: Constraint, _ id: ObjectID, in catalog: Catalog) -> Bool {
        guard key.type == .primaryKey, catalog.version >= ServerVersion(18, 0) else { return false }
        return key.columns.contains { name in
            let column = catalog.body(ObjectID(.column, path: id.relationPath + [name]), as: Column.self)
            return column.map { $0.notNull && !$0.ownsNotNull } ?? false
        }
    }

    /// Whether no statement makes the constraint of a column the parent's alone: a primary key holds on to it, or to that
    /// of a table above or beside it.
    static func isHeld(_ id: ObjectID, from: Catalog, to: Catalog) -> Bool {
        guard to.version >= ServerVersion(18, 0), let old = from.body(id, as: Column.self), old.ownsNotNull,
            let new = to.body(id, as: Column.self), new.notNull, !new.ownsNotNull
        else { return false }
        let family = Set(InheritanceTree.ancestors(of: id.relationPath, in: to))
        return [(from, false), (to, true)].contains { catalog, isNew in
            catalog.objects.contains { object in
                guard case .constraint(let body) = object.definition, body.type == .primaryKey,
                    body.columns.contains(id.name)
                else { return false }
                let table = object.id.relationPath
                let isBelow = !family.isDisjoint(with: InheritanceTree.ancestors(of: table, in: catalog))
                return family.contains(table) || isBelow && (table != id.relationPath || isNew)
            }
        }
    }
}
