enum EnumWriter: Writer {
    private static let labels = ["new", "it's", "Open", "on hold", "closed", "x,y", "z"]

    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("rel", &dice))
        var labels = dice.subset("has", 70, of: labels) { $0 }
        if labels.isEmpty { labels = ["only"] }
        if dice.chance("reversed", 8) { labels.reverse() }
        let literals = labels.map(Names.literal)
        draft.add("CREATE TYPE \(name) AS ENUM (\(literals.joined(separator: ", ")))")
        draft.types.append(TypeFact(sql: name, family: .enumeration, samples: literals, isBuiltIn: false))
        draft.add(Thing(comment: "TYPE \(name)", owner: "TYPE \(name)", grant: "TYPE \(name)", privileges: ["USAGE"]))
    }
}
