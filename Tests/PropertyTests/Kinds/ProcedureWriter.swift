enum ProcedureWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("function", &dice, number: dice.gene.number % 5)
        let argument = draft.type("argument", &dice)
        let fact = FunctionFact(use: .value, path: path, arguments: [argument], result: nil)
        guard draft.take("function \(fact.signature)") else { return }
        let mode = dice.pick("mode", "", "INOUT ")
        let body =
            mode.isEmpty && dice.chance("standard body", 30)
            ? "LANGUAGE sql BEGIN ATOMIC SELECT 1; END" : "LANGUAGE plpgsql AS $$ BEGIN NULL; END $$"
        draft.add("CREATE PROCEDURE \(fact.quoted)(\(mode)a \(argument.sql)) \(body)")
        draft.add(
            Thing(
                comment: "PROCEDURE \(fact.signature)", owner: "PROCEDURE \(fact.signature)",
                grant: "PROCEDURE \(fact.signature)", privileges: ["EXECUTE"]))
    }
}
