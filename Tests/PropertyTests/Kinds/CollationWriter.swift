enum CollationWriter: Writer {
    static let icu = [
        "provider = icu, locale = 'de-u-co-phonebk'", "provider = icu, locale = 'sv', deterministic = false",
    ]

    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("collation", &dice))
        let options = dice.pick(
            "options", "provider = libc, locale = 'C'", "provider = libc, lc_collate = 'C', lc_ctype = 'C.UTF-8'",
            icu[0],
            icu[1])
        draft.add("CREATE COLLATION \(name) (\(options))")
        draft.collations.append(name)
        draft.add(Thing(comment: "COLLATION \(name)", owner: "COLLATION \(name)"))
    }
}
