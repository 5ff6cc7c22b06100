import AutogenSchema

/// The roles an index can have for its table: what `CLUSTER` sorts by, and what identifies rows to subscribers.
enum IndexRoles {
    /// The statements after the creation of an index.
    static func statements(for index: ObjectID, of table: ObjectID, _ body: Table) -> [Statement] {
        let head: SQL = "ALTER TABLE \(name: table.path)"
        var statements: [Statement] = []
        if body.clusteredOn == index.name { statements.append(Statement(head: head, "CLUSTER ON \(name: index.name)")) }
        if isIndex(body.replicaIdentity), body.replicaIdentity == index.name {
            statements.append(Statement(head: head, "REPLICA IDENTITY USING INDEX \(name: index.name)"))
        }
        return statements
    }

    /// The statements where a table changes its mind; those that name an index that is made later come with it.
    static func switches(_ id: ObjectID, from: Table, to: Table) -> [Statement] {
        let head: SQL = "ALTER TABLE \(name: id.path)"
        var statements: [Statement] = []
        if from.clusteredOn != to.clusteredOn, to.clusteredOn == nil {
            statements.append(Statement(head: head, "SET WITHOUT CLUSTER"))
        }
        if from.replicaIdentity != to.replicaIdentity, !isIndex(to.replicaIdentity) {
            statements.append(
                Statement(head: head, "REPLICA IDENTITY \(raw: to.replicaIdentity?.uppercased() ?? "DEFAULT")"))
        }
        return statements
    }

    private static func isIndex(_ identity: String?) -> Bool {
        identity != nil && identity != "nothing" && identity != "full"
    }
}
