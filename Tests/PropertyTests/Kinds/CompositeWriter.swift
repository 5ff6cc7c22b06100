enum CompositeWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(draft.path("rel", &dice))
        var attributes: [ColumnFact] = []
        for number in 1...4 where number == 1 || dice.chance("has \(number)", 55) {
            let type = draft.type("type \(number)", &dice) { !$0.refusesNull }
            attributes.append(ColumnFact(name: Names.name("part", number), type: type))
        }
        if dice.chance("reversed", 8) { attributes.reverse() }
        let list = attributes.map { "\($0.quoted) \($0.type.sql)" }.joined(separator: ", ")
        draft.add("CREATE TYPE \(name) AS (\(list))")
        draft.types.append(
            TypeFact(
                sql: name, family: .composite,
                samples: (0...2).map { index in
                    "ROW(\(attributes.map { $0.type.value(index) }.joined(separator: ", ")))"
                }, isOrdered: false, isHashable: false, isBuiltIn: false, attributes: attributes))
        draft.add(Thing(comment: "TYPE \(name)", owner: "TYPE \(name)", grant: "TYPE \(name)", privileges: ["USAGE"]))
        for attribute in attributes { draft.add(Thing(comment: "COLUMN \(name).\(attribute.quoted)")) }
    }
}
