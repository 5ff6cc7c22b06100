import AutogenSchema

/// A view that stands under the former name of a table or a view, so that clients find it by either.
///
/// Rows go through it both ways, defaults and ON CONFLICT included
/// (<https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS>). It has the owner and the
/// grants of the table; where that has policies, each client comes with its own rights (`security_invoker`, server 15).
struct StandInView {
    private let relation: ObjectID
    private let view: ObjectID
    private let context: ObjectPlan

    /// The views of relations before all else that begins an expansion, and behind all else on the way back.
    static func added(
        to columns: Expansion?, for relations: [KeptNames.Relation], in context: ObjectPlan
    ) throws(ExpansionError) -> Expansion? {
        guard !relations.isEmpty else { return columns }
        var result = columns ?? Expansion()
        for relation in relations {
            let view = try StandInView(relation, in: context)
            result.expand = view.beginning + result.expand
            result.expandBack += view.ending
        }
        return result
    }

    private init(_ names: KeptNames.Relation, in context: ObjectPlan) throws(ExpansionError) {
        relation = names.new
        view = ObjectID(.view, path: names.old.path)
        self.context = context
        let taken = OccupiedNames.relation(view.path)
        if let other = context.to.objects.first(where: { PostgresRules.occupiedNames(of: $0).contains(taken) }) {
            throw ExpansionError(name: names.old, "its name goes to \(Address(other.id))")
        }
        guard asksTheCaller else { return }
        if context.to.version.major < 15 {
            throw ExpansionError(
                name: names.old, "before version 15, a view under its old name would show rows that its policies hide")
        }
        if let role = roleOfSomeColumns {
            throw ExpansionError(
                name: names.old,
                "\(role) may read only some of its columns, and under policies a view asks for the right to all of them"
            )
        }
    }

    /// Whether who comes through the view must have the rights of its own: policies are about whoever asks.
    private var asksTheCaller: Bool {
        if let view = context.from.body(relation, as: View.self) {
            return view.options.contains { $0.hasPrefix("security_invoker=") && $0 != "security_invoker=false" }
        }
        return context.from.body(relation, as: Table.self)?.rowSecurity == true
    }

    /// Who has the right to read columns and not the whole.
    private var roleOfSomeColumns: String? {
        let grants = grants.filter { $0.body.privileges.contains("SELECT") }
        let whole = Set(grants.filter { $0.id.target == relation }.map(\.id.name))
        return grants.first { $0.id.target != relation && !whole.contains($0.id.name) }?.id.name
    }

    /// On the relation and on its columns.
    private var grants: [(id: ObjectID, body: Grant)] {
        let members = [relation] + columns.map { ObjectID(memberKind, path: relation.path + [$0]) }
        return context.from.ids(of: .grant).sorted().compactMap { id in
            guard let target = id.target, members.contains(target) else { return nil }
            return context.from.body(id, as: Grant.self).map { (id, $0) }
        }
    }

    var beginning: [Statement] {
        let options: SQL = asksTheCaller ? " WITH (security_invoker=true)" : ""
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
                        "a view, for clients that still use this name; they can't use COPY, TRUNCATE, MERGE (before version 17), ON CONFLICT ON CONSTRAINT, GROUP BY of the key alone, functions of the row, xmin or ctid on it"
                    )
                ])
        ]
        if let owner = context.from.body(ObjectID(.owner, on: relation), as: Owner.self) {
            statements.append(Statement("ALTER VIEW \(name: view.path) OWNER TO \(name: owner.role)"))
        }
        for (id, body) in grants {
            let name = id.target == relation ? nil : id.target?.name
            let target = name.map { ObjectID(.viewColumn, path: view.path + [$0]) } ?? view
            statements += GrantRule.changes(
                ObjectID(.grant, on: target, id.name), from: Privileges(body.usual.value),
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
