enum SequenceWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("rel", &dice)
        let name = Names.quoted(path)
        var sql = "CREATE SEQUENCE \(name)"
        sql += " AS " + dice.pick("type", "bigint", "integer", "smallint")
        if dice.chance("increment", 30) { sql += " INCREMENT BY \(dice.number("increment by", 2...9))" }
        if dice.chance("minimum", 25) { sql += " MINVALUE \(dice.number("minvalue", 0...1))" }
        if dice.chance("maximum", 25) { sql += " MAXVALUE \(dice.number("maxvalue", 100...9000))" }
        if dice.chance("start", 25) { sql += " START WITH \(dice.number("starts with", 2...90))" }
        if dice.chance("cache", 20) { sql += " CACHE \(dice.number("caches", 2...20))" }
        sql += dice.maybe("cycle", 20, " CYCLE")
        draft.add(sql)
        draft.sequences.append(path)
        draft.add(
            Thing(
                comment: "SEQUENCE \(name)", owner: "SEQUENCE \(name)", grant: "SEQUENCE \(name)",
                privileges: ["USAGE", "SELECT", "UPDATE"]))
    }
}
