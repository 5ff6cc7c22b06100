enum DomainWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("rel", &dice))
        let base = draft.type("base", &dice) { !$0.refusesNull }
        // A function over types of one's own keeps the domain and these types waiting for each other.
        var known = draft
        known.functions.removeAll { callee in callee.arguments.contains { !$0.isBuiltIn } }
        var sql = "CREATE DOMAIN \(name) AS \(base.sql)"
        if base.isBuiltIn, base.family == .text, dice.chance("collates", 15),
            let collation = dice.pick("collation", draft.collations, by: { $0 })
        {
            sql += " COLLATE \(collation)"
        }
        if dice.chance("default", 30) { sql += " DEFAULT \(Expressions.value("default", of: base, &dice, known))" }
        let refusesNull = dice.chance("not null", 15)
        if refusesNull { sql += " NOT NULL" }
        var checks: [String] = []
        for number in 1...2 where dice.chance("check \(number)", 30) {
            let value = ColumnFact(name: "VALUE", type: base)
            guard let condition = Expressions.condition("check \(number)", over: [value], &dice, known) else {
                continue
            }
            let check = Names.name("check", dice.gene.number + number)
            checks.append(check)
            sql += " CONSTRAINT \(Names.quoted(check)) CHECK (\(condition.replacing("\"VALUE\"", with: "VALUE")))"
        }
        draft.add(sql)
        draft.types.append(
            TypeFact(
                // Operators of enums don't take their domains.
                sql: name, family: base.family == .enumeration ? .other : base.family, samples: base.samples,
                isOrdered: base.isOrdered && base.family != .enumeration,
                isHashable: base.isHashable, isBuiltIn: false, refusesNull: refusesNull,
                checksNull: !checks.isEmpty || base.checksNull))
        draft.add(
            Thing(comment: "DOMAIN \(name)", owner: "DOMAIN \(name)", grant: "DOMAIN \(name)", privileges: ["USAGE"]))
        for check in checks {
            draft.add(Thing(comment: "CONSTRAINT \(Names.quoted(check)) ON DOMAIN \(name)"))
        }
    }
}
