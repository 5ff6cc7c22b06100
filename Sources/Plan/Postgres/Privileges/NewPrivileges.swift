import AutogenSchema

/// What default privileges give to an object the moment it is made.
///
/// Those of a role for all schemas take the place of the built-in ones, those for one schema come on top
/// (<https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html>). Scripts take default privileges away
/// first and give new ones last, so what counts is what the old catalog has and the script does not drop.
enum NewPrivileges {
    /// What a grantee holds on an object of the script's making, before anything is granted.
    static func held(by grantee: String, on target: ObjectID, usual: [String], in context: ObjectPlan) -> Privileges {
        guard isMade(target, in: context) else { return Privileges(usual) }
        var held = usual
        var grantable: [String] = []
        let rules = inForce(for: target, in: context).filter { $0.grantee == grantee }
        for rule in rules.filter(\.isGlobal) {
            held = rule.body.privileges
            grantable = rule.body.grantable
        }
        for rule in rules where !rule.isGlobal {
            held += rule.body.privileges.filter { !held.contains($0) }
            grantable += rule.body.grantable.filter { !grantable.contains($0) }
        }
        return Privileges(held, grantable: grantable)
    }

    /// The statements that take back what default privileges give and the new catalog does not have.
    static func corrections(of object: SchemaObject, in context: ObjectPlan) -> [Statement] {
        var target = object.id
        if case .column(let column) = object.definition, column.identity != nil {
            target = ObjectID(.sequence, path: column.identitySequence)
        }
        let grantees = Set(inForce(for: target, in: context).map(\.grantee))
        return grantees.sorted().flatMap { grantee -> [Statement] in
            let id = ObjectID(.grant, on: target, grantee)
            guard !context.to.contains(id) else { return [] }
            let usual = usual(of: grantee, on: target, in: context)
            let held = held(by: grantee, on: target, usual: usual, in: context)
            return GrantRule.changes(id, from: held, to: Privileges(usual), context.to)
        }
    }

    /// The sequence of an identity column is made with the identity.
    private static func isMade(_ target: ObjectID, in context: ObjectPlan) -> Bool {
        if target.kind != .sequence || context.to.contains(target) { return context.isMade(target) }
        let columns = context.created.union(context.recreated).union(context.altered.keys)
        return columns.contains { id in
            guard let column = context.to.body(id, as: Column.self), column.identitySequence == target.path else {
                return false
            }
            return context.isMade(id) || context.from.body(id, as: Column.self)?.identity == nil
        }
    }

    /// New default privileges wait for the objects that the script makes.
    static func predecessors(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        guard object.id.kind == .defaultPrivileges else { return [] }
        return context.created.union(context.recreated).filter { type(of: $0.kind) != nil }
    }

    /// Those that go do so before an object is made.
    static func lost(before object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        type(of: object.id.kind) == nil ? [] : context.dropped.filter { $0.kind == .defaultPrivileges }
    }

    /// What the server gives when nobody says anything: everybody may call functions and use types, and the owner may
    /// do all (<https://www.postgresql.org/docs/current/ddl-priv.html>).
    private static func usual(of grantee: String, on target: ObjectID, in context: ObjectPlan) -> [String] {
        if grantee == "PUBLIC" {
            switch type(of: target.kind) {
            case "FUNCTIONS": return ["EXECUTE"]
            case "TYPES": return ["USAGE"]
            default: return []
            }
        }
        return inForce(for: target, in: context).first { $0.isGlobal && $0.grantee == grantee }?.body.usual.value ?? []
    }

    private static func inForce(
        for target: ObjectID, in context: ObjectPlan
    ) -> [(isGlobal: Bool, body: DefaultPrivileges, grantee: String)] {
        guard let type = type(of: target.kind) else { return [] }
        return (context.oldIDs[.defaultPrivileges] ?? []).compactMap { id in
            guard !context.isTornDown(id), id.path.count == 4, id.path[2] == type,
                id.path[1].isEmpty || id.path[1] == target.path.first,
                let body = context.from.body(id, as: DefaultPrivileges.self), body.ofCurrentUser.value
            else { return nil }
            return (id.path[1].isEmpty, body, id.path[3])
        }
    }

    private static func type(of kind: Kind) -> String? { PostgresRules.rule(for: kind)?.defaultPrivileges }
}
