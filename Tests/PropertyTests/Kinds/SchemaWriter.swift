enum SchemaWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.name("schema", dice.gene.number)
        let quoted = Names.quoted(name)
        draft.schemas.append(name)
        draft.add("CREATE SCHEMA \(quoted)")
        draft.add(
            Thing(
                comment: "SCHEMA \(quoted)", owner: "SCHEMA \(quoted)", grant: "SCHEMA \(quoted)",
                privileges: ["USAGE", "CREATE"]))
    }
}
