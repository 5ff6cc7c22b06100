enum TriggerFunctionWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let path = draft.path("function", &dice, number: dice.gene.number % 5)
        let isOfEvents = dice.chance("events", 25)
        let fact = FunctionFact(use: isOfEvents ? .eventTrigger : .trigger, path: path, arguments: [], result: nil)
        guard draft.take("function \(fact.signature)") else { return }
        let text = "-- \(dice.number("text", 1...9))"
        draft.add(
            """
            CREATE FUNCTION \(fact.quoted)() RETURNS \(isOfEvents ? "event_trigger" : "trigger") LANGUAGE plpgsql
            \(dice.maybe("definer", 10, "SECURITY DEFINER "))AS $$
            BEGIN \(text)
            \(isOfEvents ? "RETURN;" : "RETURN coalesce(new, old);") END $$
            """)
        draft.functions.append(fact)
        draft.add(
            Thing(
                comment: "FUNCTION \(fact.signature)", owner: "FUNCTION \(fact.signature)",
                grant: "FUNCTION \(fact.signature)", privileges: ["EXECUTE"]))
    }
}
