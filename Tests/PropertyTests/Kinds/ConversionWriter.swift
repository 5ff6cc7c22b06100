enum ConversionWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("conversion", &dice))
        let pair =
            dice.chance("backwards", 50)
            ? "FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1" : "FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8"
        draft.add("CREATE CONVERSION \(name) \(pair)")
        draft.add(Thing(comment: "CONVERSION \(name)", owner: "CONVERSION \(name)"))
    }
}
