enum LanguageWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(Names.name("language", dice.gene.number))
        let trusted = dice.maybe("trusted", 60, "TRUSTED ")
        let checks = dice.maybe("validator", 60, " VALIDATOR plpgsql_validator")
        draft.add("CREATE \(trusted)LANGUAGE \(name) HANDLER plpgsql_call_handler\(checks)")
        draft.add(
            Thing(
                comment: "LANGUAGE \(name)", owner: "LANGUAGE \(name)",
                grant: trusted.isEmpty ? nil : "LANGUAGE \(name)", privileges: ["USAGE"]))
    }
}
