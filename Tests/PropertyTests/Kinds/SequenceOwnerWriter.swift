enum SequenceOwnerWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let free = draft.sequences.filter { !draft.ownedSequences.contains($0) }
        guard let sequence = dice.pick("sequence", free, by: { Names.quoted($0) }) else { return }
        let tables = draft.tables.filter { $0.path[0] == sequence[0] }
        guard let table = dice.pick("table", tables, by: \.quoted),
            let column = dice.pick("column", table.columns.filter { !$0.isIdentity && !$0.isGenerated }, by: \.name)
        else { return }
        let name = Names.quoted(sequence)
        draft.add("ALTER SEQUENCE \(name) OWNED BY \(table.quoted).\(column.quoted)")
        draft.ownedSequences.insert(sequence)
        // It has the owner of its table from now on.
        for index in draft.things.indices where draft.things[index].owner == "SEQUENCE \(name)" {
            draft.things[index].owner = nil
        }
    }
}
