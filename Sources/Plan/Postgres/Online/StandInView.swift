import AutogenSchema

/// A view that stands under the former name of a table or a view, so that clients find it by either.
///
/// Rows go through it both ways, defaults and ON CONFLICT included
/// (<https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS>), each client with its own
/// rights and under the policies of the table (`security_invoker`, server 15).
struct StandInView {
    private let relation: ObjectID
    private let view: ObjectID
    private let context: ObjectPlan

    /// - Parameter rename: what has its new name by now.
    init(_ rename: Rename, in context: ObjectPlan) throws(ExpansionError) {
        guard let kind = Kind(rawValue: rename.old.kind) else { throw ExpansionError(rename.old, "it is no relation") }
        let schema = rename.new.count == 2 ? rename.new.prefix(1) : rename.old.path.prefix(1)
        relation = ObjectID(kind, path: schema + rename.new.suffix(1))
        view = ObjectID(.view, path: rename.old.path)
        self.context = context
        let taken = OccupiedNames.relation(view.path)
        if let other = context.to.objects.first(where: { PostgresRules.occupiedNames(of: $0).contains(taken) }) {
            throw ExpansionError(rename.old, "its name goes to \(Address(other.id))")
        }
        let table = context.from.body(relation, as: Table.self)
        if table?.rowSecurity == true, context.to.version.major < 15 {
            throw ExpansionError(
                rename.old, "before version 15, a view under its old name would show rows that its policies hide")
        }
    }

    var beginning: [Statement] {
        let isInvoker = context.to.version.major >= 15
        let options: SQL = isInvoker ? " WITH (security_invoker=true)" : ""
        let names = columns.map { "\(name: $0)" as SQL }
        var statements = [
            Statement(
                """
                CREATE VIEW \(name: view.path)\(options) AS
                SELECT \(names, separator: ", ") FROM \(name: relation.path)
                """,
                hazards: [
                    .byHand(
                        view,
                        "clients that use the old name find the rows, but not by COPY, TRUNCATE, MERGE (before version 17), ON CONFLICT ON CONSTRAINT or columns of the system such as xmin"
                    )
                ])
        ]
        if let owner = context.from.body(ObjectID(.owner, on: relation), as: Owner.self) {
            statements.append(Statement("ALTER VIEW \(name: view.path) OWNER TO \(name: owner.role)"))
        }
        let members = [relation] + columns.map { ObjectID(memberKind, path: relation.path + [$0]) }
        for grant in context.from.ids(of: .grant).sorted() {
            guard let target = grant.target, members.contains(target),
                let body = context.from.body(grant, as: Grant.self)
            else { continue }
            let own =
                target == relation
                ? view : ObjectID(.viewColumn, path: view.path + [target.name])
            statements += GrantRule.changes(
                ObjectID(.grant, on: own, grant.name), from: Privileges(body.usual.value),
                to: Privileges(body.privileges, grantable: body.grantable), context.from)
        }
        return statements
    }

    var ending: [Statement] { [Statement("DROP VIEW \(name: view.path)")] }

    private var memberKind: Kind { relation.kind == .table ? .column : .viewColumn }

    private var columns: [String] {
        if let view = context.from.body(relation, as: View.self) { return view.columns.map(\.name) }
        if let view = context.from.body(relation, as: MaterializedView.self) { return view.columns.map(\.name) }
        let columns = (context.oldParts[relation] ?? []).compactMap { id in
            context.from.body(id, as: Column.self).map { (place: $0.position.value, name: id.name) }
        }
        return columns.sorted { $0.place < $1.place }.map(\.name)
    }
}
