enum RangeWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        let name = Names.quoted(path)
        let subtypes = TypeFact.builtIn.filter {
            ["integer", "text", "numeric", "double precision", "date"].contains($0.sql)
        }
        guard let subtype = dice.pick("subtype", subtypes, by: \.sql) else { return }
        var options = ["subtype = \(subtype.sql)"]
        if subtype.sql == "double precision", dice.chance("difference", 50) {
            options.append("subtype_diff = float8mi")
        }
        if subtype.sql == "text", dice.chance("collates", 30),
            let collation = dice.pick("collation", draft.collations, by: { $0 })
        {
            options.append("collation = \(collation)")
        }
        let multirange = "Multi \(dice.gene.number)"
        // The usual name is cut short where this one is long already.
        if dice.chance("multirange", 40) || path[1].count > 40 {
            options.append("multirange_type_name = \(Names.quoted([path[0], multirange]))")
        }
        draft.add("CREATE TYPE \(name) AS RANGE (\(options.joined(separator: ", ")))")
        let bounds = (0...1).map { subtype.sample($0).replacing("'", with: "") }
        draft.types.append(
            TypeFact(
                sql: name, family: .range, samples: ["'[\(bounds[0]),\(bounds[1])]'", "'(,\(bounds[1])]'", "'(,)'"],
                isBuiltIn: false))
        draft.add(Thing(comment: "TYPE \(name)", owner: "TYPE \(name)", grant: "TYPE \(name)", privileges: ["USAGE"]))
    }
}
