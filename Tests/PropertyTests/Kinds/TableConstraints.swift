/// The constraints that stand in `CREATE TABLE`.
struct TableConstraints {
    private(set) var lines: [String] = []
    private(set) var names: [String] = []
    /// Columns that a foreign key may name.
    private(set) var keys: [[String]] = []

    /// `partitionKey` is what each key must contain, `nil` where there can be none.
    init(
        prefix: String, _ columns: [ColumnFact], partitionKey: [String]?, _ dice: inout Dice, _ draft: Draft
    ) {
        let number = dice.gene.number
        // Names keep apart from those of a parent.
        func name(_ word: String, _ place: Int) -> String { Names.name("\(prefix)\(word)", number * 12 + place) }
        let usable = columns.filter { $0.type.isOrdered && !$0.isGenerated }
        if let partitionKey {
            for place in 0...2 where dice.chance("\(prefix)key \(place)", place == 0 ? 60 : 15) {
                let count = dice.number("\(prefix)key \(place) size", 1...2)
                var chosen = partitionKey
                for turn in 0..<count {
                    let rest = usable.filter { !chosen.contains($0.name) }
                    let preferred = rest.filter { $0.type.family == .integer }
                    let pool = turn == 0 && !preferred.isEmpty ? preferred : rest
                    guard chosen.count < 3 else { break }
                    if let next = dice.pick("\(prefix)key \(place) column \(turn)", pool, by: \.name) {
                        chosen.append(next.name)
                    }
                    if !partitionKey.isEmpty { break }
                }
                guard !chosen.isEmpty, !keys.contains(chosen) else { continue }
                addKey(place, chosen, name("key", place), prefix, columns, &dice)
            }
        }
        for place in 3...4 where dice.chance("\(prefix)check \(place)", 25) {
            guard
                let condition = Expressions.condition(
                    "\(prefix)check \(place)", over: columns, &dice, draft)
            else { continue }
            let constraint = name("check", place)
            names.append(constraint)
            lines.append("CONSTRAINT \(Names.quoted(constraint)) CHECK (\(condition))")
        }
    }

    private mutating func addKey(
        _ place: Int, _ chosen: [String], _ constraint: String, _ prefix: String, _ columns: [ColumnFact],
        _ dice: inout Dice
    ) {
        var line = ""
        if dice.chance("\(prefix)key \(place) named", 70) {
            names.append(constraint)
            line = "CONSTRAINT \(Names.quoted(constraint)) "
        }
        line += place == 0 ? "PRIMARY KEY" : "UNIQUE"
        if place > 0, dice.chance("\(prefix)key \(place) nulls", 10) { line += " NULLS NOT DISTINCT" }
        line += " (\(Names.list(chosen)))"
        let rest = columns.filter { !chosen.contains($0.name) }
        if dice.chance("\(prefix)key \(place) includes", 8),
            let more = dice.pick("\(prefix)key \(place) included", rest, by: \.name)
        {
            line += " INCLUDE (\(more.quoted))"
        }
        if dice.chance("\(prefix)key \(place) fills", 6) { line += " WITH (fillfactor = 70)" }
        let isDeferrable = dice.chance("\(prefix)key \(place) deferrable", 8)
        if isDeferrable {
            line += " DEFERRABLE" + dice.maybe("\(prefix)key \(place) deferred", 50, " INITIALLY DEFERRED")
        }
        lines.append(line)
        if !isDeferrable { keys.append(chosen) }
    }
}
