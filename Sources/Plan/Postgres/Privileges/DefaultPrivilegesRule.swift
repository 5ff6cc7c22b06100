import AutogenDiff
import AutogenSchema

/// `ALTER DEFAULT PRIVILEGES`.
enum DefaultPrivilegesRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: DefaultPrivileges, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        changes(id, from: Privileges(body.usual.value), to: Privileges(body.privileges, grantable: body.grantable))
    }

    static func drop(_ id: ObjectID, _ body: DefaultPrivileges, in context: ObjectPlan) -> [Statement] {
        changes(id, from: Privileges(body.privileges, grantable: body.grantable), to: Privileges(body.usual.value))
    }

    static func reaction(
        _ change: Alteration, from: DefaultPrivileges, to: DefaultPrivileges, in context: ObjectPlan
    ) -> AlterStrategy { .alter }

    static func alter(
        _ change: Alteration, from: DefaultPrivileges, to: DefaultPrivileges, in context: ObjectPlan
    ) -> [Statement] {
        changes(
            change.id, from: Privileges(from.privileges, grantable: from.grantable),
            to: Privileges(to.privileges, grantable: to.grantable))
    }

    /// The path is role, schema, kind of object, grantee.
    private static func changes(_ id: ObjectID, from: Privileges, to: Privileges) -> [Statement] {
        guard id.path.count == 4 else { return [] }
        var prefix: SQL = "ALTER DEFAULT PRIVILEGES"
        if id.path[0] != Role.migrating { prefix += " FOR ROLE \(name: id.path[0])" }
        if !id.path[1].isEmpty { prefix += " IN SCHEMA \(name: id.path[1])" }
        return Privileges.changes(
            from: from, to: to, grantee: id.path[3], on: "ON \(raw: id.path[2])", prefix: "\(prefix) ")
    }
}
