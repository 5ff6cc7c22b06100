import AutogenSchema

/// The roles an index can have for its table: what `CLUSTER` sorts by, and what identifies rows to subscribers.
enum IndexRoles {
    /// The statements after the creation of an index.
    static func statements(for index: ObjectID, of table: ObjectID, _ body: Table) -> [Statement] {
        let head = head(table)
        var statements: [Statement] = []
        if body.clusteredOn == index.name { statements.append(Statement(head: head, "CLUSTER ON \(name: index.name)")) }
        if body.replicaIdentity == .index(index.name) {
            statements.append(Statement(head: head, "REPLICA IDENTITY USING INDEX \(name: index.name)"))
        }
        return statements
    }

    static func statements(for index: ObjectID, of view: ObjectID, _ body: MaterializedView) -> [Statement] {
        body.clusteredOn == index.name ? [Statement(head: head(view), "CLUSTER ON \(name: index.name)")] : []
    }

    private static func head(_ relation: ObjectID) -> SQL {
        "ALTER \(raw: relation.kind.rawValue.uppercased()) \(name: relation.path)"
    }

    /// Whether the script does not make the index: where it does, what names the index comes with it.
    private static func stands(_ name: String, of id: ObjectID, _ context: ObjectPlan) -> Bool {
        let ids = [
            ObjectID(.index, path: id.path.dropLast() + [name]), ObjectID(.constraint, path: id.path + [name]),
        ]
        return !ids.contains(where: context.isMade)
    }

    /// Where a table or materialized view is sorted by another index.
    static func clustering(
        _ id: ObjectID, from: String?, to: String?, in context: ObjectPlan
    ) -> [Statement] {
        guard from != to else { return [] }
        guard let index = to else { return [Statement(head: head(id), "SET WITHOUT CLUSTER")] }
        return stands(index, of: id, context) ? [Statement(head: head(id), "CLUSTER ON \(name: index)")] : []
    }

    /// The statements where a table takes another index for a role.
    static func switches(_ id: ObjectID, from: Table, to: Table, in context: ObjectPlan) -> [Statement] {
        let head = head(id)
        var statements = clustering(id, from: from.clusteredOn, to: to.clusteredOn, in: context)
        guard from.replicaIdentity != to.replicaIdentity else { return statements }
        switch to.replicaIdentity {
        case .index(let index):
            if stands(index, of: id, context) {
                statements.append(Statement(head: head, "REPLICA IDENTITY USING INDEX \(name: index)"))
            }
        case .default: statements.append(Statement(head: head, "REPLICA IDENTITY DEFAULT"))
        case .nothing: statements.append(Statement(head: head, "REPLICA IDENTITY NOTHING"))
        case .full: statements.append(Statement(head: head, "REPLICA IDENTITY FULL"))
        }
        return statements
    }
}
