enum EventTriggerWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        guard let callee = dice.pick("callee", draft.functions.filter { $0.use == .eventTrigger }, by: \.signature)
        else { return }
        let name = Names.quoted(Names.name("event trigger", dice.gene.number))
        let event = dice.pick("event", "ddl_command_end", "ddl_command_start", "sql_drop")
        let tags = dice.maybe("tags", 40, " WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')")
        draft.add("CREATE EVENT TRIGGER \(name) ON \(event)\(tags) EXECUTE FUNCTION \(callee.quoted)()")
        if dice.chance("disabled", 15) { draft.add("ALTER EVENT TRIGGER \(name) DISABLE") }
        draft.add(Thing(comment: "EVENT TRIGGER \(name)"))
    }
}
