/// How a table is partitioned, and the bounds its partitions can have.
struct PartitionScheme {
    let sql: String
    /// The columns of the key, and one that partitions may be divided by; `nil` when the key is an expression.
    let key: [String]?
    /// `FOR VALUES ...` or `DEFAULT`, each with a name for its choices.
    let bounds: [(name: String, sql: String)]

    init?(_ prefix: String, _ columns: [ColumnFact], _ dice: inout Dice, mayCompute: Bool = true) {
        let usable = columns.filter {
            !$0.isGenerated && $0.type.isHashable
                && [.integer, .text, .time, .enumeration].contains($0.type.family)
        }
        guard let column = dice.pick("\(prefix)partition column", usable, by: \.name) else { return nil }
        let type = column.type
        let byExpression = mayCompute && type.family == .integer && dice.chance("\(prefix)expression", 8)
        let others = usable.filter { $0.name != column.name }
        let below = dice.chance("\(prefix)second", 40) ? dice.pick("\(prefix)second column", others, by: \.name) : nil
        key = byExpression ? nil : [column.name] + (below.map { [$0.name] } ?? [])
        let term = byExpression ? "((\(column.quoted) + 0))" : "(\(column.quoted))"
        var bounds: [(name: String, sql: String)] = []
        switch dice.number("\(prefix)strategy", 0...2) {
        case 0 where [.integer, .time].contains(type.family):
            sql = "RANGE \(term)"
            let isTime = type.family == .time
            let cut = dice.number("\(prefix)cut", 1...3)
            let first = isTime ? "'2026-01-0\(cut)'" : "\(cut)"
            let second = isTime ? "'2027-01-0\(dice.number("\(prefix)second cut", 1...3))'" : "\(cut + 10)"
            bounds = [
                ("low", "FOR VALUES FROM (MINVALUE) TO (\(first))"),
                ("middle", "FOR VALUES FROM (\(first)) TO (\(second))"),
                ("high", "FOR VALUES FROM (\(second)) TO (MAXVALUE)"),
            ]
        case 1:
            sql = "HASH \(term)"
            let modulus = dice.number("\(prefix)modulus", 2...3)
            bounds = (0..<modulus).map { ("hash\($0)", "FOR VALUES WITH (MODULUS \(modulus), REMAINDER \($0))") }
        default:
            sql = "LIST \(term)"
            let samples = type.samples.prefix(3)
            bounds = samples.enumerated().map { ("list\($0)", "FOR VALUES IN (\($1))") }
            if !type.refusesNull, !type.checksNull, dice.chance("\(prefix)null", 20) {
                bounds.append(("null", "FOR VALUES IN (NULL)"))
            }
        }
        if !sql.hasPrefix("HASH"), dice.chance("\(prefix)has default", 50) { bounds.append(("default", "DEFAULT")) }
        self.bounds = dice.subset("\(prefix)has partition", 80, of: bounds) { $0.name }
    }
}
