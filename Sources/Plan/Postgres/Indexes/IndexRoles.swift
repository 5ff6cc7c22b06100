import AutogenSchema

/// The roles an index can have for its table: what `CLUSTER` sorts by, and what identifies rows to subscribers.
enum IndexRoles {
    /// The statements after the creation of an index.
    static func statements(for index: ObjectID, of table: ObjectID, _ body: Table) -> [Statement] {
        let head: SQL = "ALTER TABLE \(name: table.path)"
        var statements: [Statement] = []
        if body.clusteredOn == index.name { statements.append(Statement(head: head, "CLUSTER ON \(name: index.name)")) }
        if body.replicaIdentity == .index(index.name) {
            statements.append(Statement(head: head, "REPLICA IDENTITY USING INDEX \(name: index.name)"))
        }
        return statements
    }

    /// The statements where a table takes another index for a role; those that name an index that the script makes come with it.
    static func switches(_ id: ObjectID, from: Table, to: Table, in context: ObjectPlan) -> [Statement] {
        let head: SQL = "ALTER TABLE \(name: id.path)"
        var statements: [Statement] = []
        func stands(_ name: String) -> Bool {
            let ids = [
                ObjectID(.index, path: id.path.dropLast() + [name]), ObjectID(.constraint, path: id.path + [name]),
            ]
            return !ids.contains(where: context.isMade)
        }
        if from.clusteredOn != to.clusteredOn {
            if let index = to.clusteredOn {
                if stands(index) { statements.append(Statement(head: head, "CLUSTER ON \(name: index)")) }
            } else {
                statements.append(Statement(head: head, "SET WITHOUT CLUSTER"))
            }
        }
        guard from.replicaIdentity != to.replicaIdentity else { return statements }
        switch to.replicaIdentity {
        case .index(let index):
            if stands(index) { statements.append(Statement(head: head, "REPLICA IDENTITY USING INDEX \(name: index)")) }
        case .default: statements.append(Statement(head: head, "REPLICA IDENTITY DEFAULT"))
        case .nothing: statements.append(Statement(head: head, "REPLICA IDENTITY NOTHING"))
        case .full: statements.append(Statement(head: head, "REPLICA IDENTITY FULL"))
        }
        return statements
    }
}
