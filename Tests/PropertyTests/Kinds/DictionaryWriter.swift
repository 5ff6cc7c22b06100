enum DictionaryWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("dictionary", &dice))
        let options = dice.pick(
            "options", "TEMPLATE = simple", "TEMPLATE = simple, ACCEPT = false",
            "TEMPLATE = simple, STOPWORDS = english",
            "TEMPLATE = snowball, LANGUAGE = german", "TEMPLATE = snowball, LANGUAGE = english, STOPWORDS = english")
        draft.add("CREATE TEXT SEARCH DICTIONARY \(name) (\(options))")
        draft.dictionaries.append(name)
        draft.add(Thing(comment: "TEXT SEARCH DICTIONARY \(name)", owner: "TEXT SEARCH DICTIONARY \(name)"))
    }
}
