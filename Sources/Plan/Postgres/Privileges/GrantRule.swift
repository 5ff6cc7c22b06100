import AutogenDiff
import AutogenSchema

/// `GRANT` and `REVOKE` on one object for one role.
enum GrantRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Grant, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        guard let target = id.target else { return [] }
        let held =
            OwnerChange(of: target, in: context)?.held(by: id.name)
            ?? NewPrivileges.held(by: id.name, on: target, usual: body.usual.value, in: context)
        return changes(id, from: held, to: Privileges(body.privileges, grantable: body.grantable), context.to)
    }

    static func drop(_ id: ObjectID, _ body: Grant, in context: ObjectPlan) -> [Statement] {
        // Another owner takes it over.
        if !OwnerChange.owner(before: id, in: context).isEmpty { return [] }
        return changes(
            id, from: Privileges(body.privileges, grantable: body.grantable), to: Privileges(body.usual.value),
            context.from)
    }

    static func strategy(for change: Alteration, from: Grant, to: Grant, in context: ObjectPlan) -> AlterStrategy {
        if change.differences.isEmpty { return .recreate }
        let loses = !Set(from.privileges).isSubset(of: to.privileges) || !Set(from.grantable).isSubset(of: to.grantable)
        return .alter(disturbing: loses ? Set(columnGrants(under: change.id, in: context.from)) : [])
    }

    /// What the same role may do with single columns: `REVOKE` on the table takes it away as well.
    static func columnGrants(under grant: ObjectID, in catalog: Catalog) -> [ObjectID] {
        guard let table = grant.target, [.table, .view, .materializedView].contains(table.kind) else { return [] }
        return catalog.objects.ids.filter { id in
            guard id.kind == .grant, id.name == grant.name, let column = id.target else { return false }
            return (column.kind == .column || column.kind == .viewColumn) && column.relationPath == table.path
        }
    }

    /// The grant on the table of a column, which comes first.
    static func tableGrants(before grant: ObjectID) -> [ObjectID] {
        guard grant.kind == .grant, let column = grant.target, column.kind == .column || column.kind == .viewColumn
        else { return [] }
        return [Kind.table, .view, .materializedView].map {
            ObjectID(.grant, on: ObjectID($0, path: column.relationPath), grant.name)
        }
    }

    static func alter(_ change: Alteration, from: Grant, to: Grant, in context: ObjectPlan) -> [Statement] {
        let passed = change.id.target.flatMap { OwnerChange(of: $0, in: context)?.held(by: change.id.name) }
        return changes(
            change.id, from: passed ?? Privileges(from.privileges, grantable: from.grantable),
            to: Privileges(to.privileges, grantable: to.grantable), context.to)
    }

    static func predecessors(_ id: ObjectID, _ body: Grant, in context: ObjectPlan) -> [ObjectID] {
        OwnerChange.owner(before: id, in: context)
    }

    static func changes(_ id: ObjectID, from: Privileges, to: Privileges, _ catalog: Catalog) -> [Statement] {
        guard let target = id.target else { return [] }
        if target.kind == .column || target.kind == .viewColumn {
            return Privileges.changes(
                from: from, to: to, grantee: id.name, on: "ON TABLE \(name: target.relationPath)",
                columns: " (\(name: target.name))")
        }
        return Privileges.changes(from: from, to: to, grantee: id.name, on: "ON \(reference(of: target, catalog))")
    }

    /// `GRANT` calls all relations but sequences tables, and all types types.
    private static func reference(of target: ObjectID, _ catalog: Catalog) -> SQL {
        PostgresRules.rule(for: target.kind)?.grantReference(target, in: catalog)
            ?? ObjectReference.object(target, in: catalog)
    }
}
