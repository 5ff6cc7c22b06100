enum ViewWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        guard let query = RandomQuery(&dice, draft) else { return }
        var options: [String] = []
        if dice.chance("barrier", 10) { options.append("security_barrier = true") }
        if dice.chance("invoker", 8) { options.append("security_invoker = true") }
        let name = Names.quoted(path)
        let with = options.isEmpty ? "" : " WITH (\(options.joined(separator: ", ")))"
        let check = query.isUpdatable ? dice.maybe("check option", 15, " WITH LOCAL CHECK OPTION") : ""
        draft.add("CREATE VIEW \(name)\(with) AS \(query.sql)\(check)")
        var fact = RelationFact(form: .view, path: path, columns: query.columns)
        fact.isUpdatable = query.isUpdatable
        draft.relations.append(fact)
        // A materialized view reads with the rights of the owners of the views it reads: these stay the user's.
        draft.add(
            Thing(
                comment: "VIEW \(name)", grant: "TABLE \(name)",
                privileges: ["SELECT", "INSERT", "UPDATE", "DELETE", "TRIGGER"]))
        for column in query.columns { draft.add(Thing(comment: "COLUMN \(name).\(column.quoted)")) }
        if query.isUpdatable, let column = query.columns.first, dice.chance("default", 12) {
            let value = Expressions.value("default", of: column.type, &dice, draft)
            draft.add("ALTER VIEW \(name) ALTER COLUMN \(column.quoted) SET DEFAULT \(value)")
        }
    }
}
