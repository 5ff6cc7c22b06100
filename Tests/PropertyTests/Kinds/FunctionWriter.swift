/// Functions of plain values, which checks, defaults, views, indexes and other functions call.
enum FunctionWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        // Few names, so that functions share them; one with a default has a name of its own, or calls are ambiguous.
        let hasDefault = dice.chance("default", 12)
        let path = draft.path("function", &dice, number: hasDefault ? dice.gene.number + 60 : dice.gene.number % 5)
        let arguments = (0..<dice.number("arguments", 0...3)).map { draft.type("argument \($0)", &dice) }
        let result = draft.type("result", &dice)
        let fact = FunctionFact(
            use: .value, path: path, arguments: arguments, result: result,
            isImmutable: dice.chance("immutable", 75))
        guard draft.take("function \(fact.signature)") else { return }
        var parameters: [String] = []
        for (index, type) in arguments.enumerated() {
            let word = dice.chance("other name \(index)", 15) ? "b" : "a"
            var parameter = "\(Names.quoted(Names.name(word, index))) \(type.sql)"
            let isLast = index == arguments.count - 1
            if isLast, hasDefault { parameter += " DEFAULT \(type.value(1))" }
            parameters.append(parameter)
        }
        var sql = "CREATE FUNCTION \(fact.quoted)(\(parameters.joined(separator: ", "))) RETURNS "
        sql += "\(result.sql) \(fact.isImmutable ? "IMMUTABLE" : dice.pick("volatility", "STABLE", "VOLATILE"))"
        sql += dice.maybe("strict", 15, " STRICT")
        sql += dice.maybe("parallel", 20, " PARALLEL SAFE")
        sql += dice.maybe("leakproof", 5, " LEAKPROOF")
        sql += dice.maybe("definer", 10, " SECURITY DEFINER")
        if dice.chance("cost", 15) { sql += " COST \(dice.number("costs", 5...50))" }
        sql += dice.maybe("setting", 10, " SET search_path TO pg_catalog, 'a b'")
        draft.add(sql + body(of: result, except: fact, &dice, draft))
        draft.functions.append(fact)
        draft.add(
            Thing(
                comment: "FUNCTION \(fact.signature)", owner: "FUNCTION \(fact.signature)",
                grant: "FUNCTION \(fact.signature)", privileges: ["EXECUTE"]))
    }

    private static func body(
        of result: TypeFact, except fact: FunctionFact, _ dice: inout Dice, _ draft: Draft
    ) -> String {
        // An expression of an immutable function calls nothing that is not.
        var known = draft
        known.functions.removeAll { fact.isImmutable && !$0.isImmutable }
        let value = Expressions.value("body", of: result, &dice, known)
        switch dice.number("language", 0...3) {
        case 0: return " LANGUAGE sql AS $$ SELECT (\(value))::\(result.sql) $$"
        case 1: return " LANGUAGE sql RETURN (\(value))::\(result.sql)"
        case 2: return " LANGUAGE sql BEGIN ATOMIC SELECT (\(value))::\(result.sql); END"
        default: return " LANGUAGE plpgsql AS $$ BEGIN RETURN \(value); END $$"
        }
    }
}
