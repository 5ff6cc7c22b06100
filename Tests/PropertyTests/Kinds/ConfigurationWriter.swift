enum ConfigurationWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("configuration", &dice))
        if dice.chance("copy", 50) {
            draft.add("CREATE TEXT SEARCH CONFIGURATION \(name) (COPY = \(dice.pick("model", "simple", "german")))")
            if dice.chance("drop", 30) {
                draft.add("ALTER TEXT SEARCH CONFIGURATION \(name) DROP MAPPING FOR asciiword, url")
            }
        } else {
            draft.add("CREATE TEXT SEARCH CONFIGURATION \(name) (PARSER = pg_catalog.default)")
        }
        if dice.chance("own dictionary", 60), let own = dice.pick("dictionary", draft.dictionaries, by: { $0 }) {
            draft.add("ALTER TEXT SEARCH CONFIGURATION \(name) DROP MAPPING IF EXISTS FOR word, asciiword")
            draft.add("ALTER TEXT SEARCH CONFIGURATION \(name) ADD MAPPING FOR word, asciiword WITH \(own), simple")
        }
        draft.add(Thing(comment: "TEXT SEARCH CONFIGURATION \(name)", owner: "TEXT SEARCH CONFIGURATION \(name)"))
    }
}
