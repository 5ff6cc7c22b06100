enum AggregateWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("function", &dice, number: dice.gene.number % 5)
        guard let integer = TypeFact.builtIn.first else { return }
        // A function of its own, or of the server, that takes two and gives the first's type.
        let own = draft.functions.filter { candidate in
            candidate.use == .value && candidate.arguments.count == 2
                && candidate.arguments[0].sql == candidate.result?.sql
        }
        let fact: FunctionFact
        var options: [String]
        if dice.chance("own", 60), let step = dice.pick("step", own, by: \.signature), let state = step.result {
            fact = FunctionFact(use: .value, path: path, arguments: [step.arguments[1]], result: state)
            options = ["SFUNC = \(step.quoted)", "STYPE = \(state.sql)"]
            let text = state.sample(0)
            if text.hasPrefix("'") || state.family == .integer { options.append("INITCOND = \(text)") }
        } else {
            fact = FunctionFact(use: .value, path: path, arguments: [integer], result: integer)
            options = ["SFUNC = \(dice.pick("built in", "int4larger", "int4smaller", "int4pl"))", "STYPE = integer"]
            if dice.chance("initial", 40) { options.append("INITCOND = '\(dice.number("starts", 0...5))'") }
            if dice.chance("combine", 20) { options.append("COMBINEFUNC = int4larger") }
        }
        if dice.chance("parallel", 20) { options.append("PARALLEL = SAFE") }
        guard draft.take("function \(fact.signature)") else { return }
        draft.add("CREATE AGGREGATE \(fact.signature) (\(options.joined(separator: ", ")))")
        draft.add(
            Thing(
                comment: "AGGREGATE \(fact.signature)", owner: "AGGREGATE \(fact.signature)",
                grant: "FUNCTION \(fact.signature)", privileges: ["EXECUTE"]))
    }
}
