enum MaterializedViewWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        guard let query = RandomQuery(&dice, draft) else { return }
        let name = Names.quoted(path)
        let options = dice.maybe("options", 12, " WITH (fillfactor = 80)")
        let isEmpty = dice.chance("no data", 20)
        draft.add("CREATE MATERIALIZED VIEW \(name)\(options) AS \(query.sql)\(isEmpty ? " WITH NO DATA" : "")")
        // Nothing can be read from it, so nothing is built upon it.
        if !isEmpty {
            draft.relations.append(RelationFact(form: .materializedView, path: path, columns: query.columns))
        }
        draft.add(
            Thing(
                comment: "MATERIALIZED VIEW \(name)", owner: "MATERIALIZED VIEW \(name)", grant: "TABLE \(name)",
                privileges: ["SELECT"]))
        for column in query.columns { draft.add(Thing(comment: "COLUMN \(name).\(column.quoted)")) }
    }
}
