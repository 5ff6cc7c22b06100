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
