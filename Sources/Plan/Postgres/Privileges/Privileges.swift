import AutogenDiff
import AutogenSchema

/// A set of privileges with the part of it that may be passed on, and the statements from one to another.
struct Privileges {
    let held: [String]
    let grantable: [String]

    init(_ held: [String], grantable: [String] = []) {
        self.held = held
        self.grantable = grantable
    }

    /// The clauses that take one set to another: `GRANT SELECT ON TABLE t TO r WITH GRANT OPTION`.
    ///
    /// - Parameters:
    ///   - on: What follows the list of privileges up to the grantee, such as `ON TABLE public.users`.
    ///   - columns: The column list behind each privilege, such as ` (email)`.
    static func changes(
        from: Privileges, to: Privileges, grantee: String, on place: SQL, columns: SQL = "", prefix: SQL = ""
    ) -> [Statement] {
        let role = ObjectReference.role(grantee)
        func list(_ words: [String]) -> SQL { "\(words.map { "\(raw: $0)\(columns)" as SQL }, separator: ", ")" }
        var statements: [Statement] = []
        let revoked = from.held.filter { !to.held.contains($0) }
        if !revoked.isEmpty { statements.append(Statement("\(prefix)REVOKE \(list(revoked)) \(place) FROM \(role)")) }
        let unpassable = from.grantable.filter { to.held.contains($0) && !to.grantable.contains($0) }
        if !unpassable.isEmpty {
            statements.append(Statement("\(prefix)REVOKE GRANT OPTION FOR \(list(unpassable)) \(place) FROM \(role)"))
        }
        let passable = to.grantable.filter { !from.grantable.contains($0) }
        let granted = to.held.filter { !from.held.contains($0) && !passable.contains($0) }
        if !granted.isEmpty { statements.append(Statement("\(prefix)GRANT \(list(granted)) \(place) TO \(role)")) }
        if !passable.isEmpty {
            statements.append(Statement("\(prefix)GRANT \(list(passable)) \(place) TO \(role) WITH GRANT OPTION"))
        }
        return statements
    }
}

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

    static func strategy(
        for change: Alteration, from: DefaultPrivileges, to: DefaultPrivileges, in context: ObjectPlan
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
