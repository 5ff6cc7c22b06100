/// The partitions of a table, some of them partitioned in turn.
struct PartitionWriter {
    let parent: RelationFact
    let scheme: PartitionScheme
    let depth: Int
    /// What sets the names of its partitions apart from those of others.
    let label: String

    func write(_ dice: inout Dice, _ draft: inout Draft) {
        for (name, bound) in scheme.bounds { write(name, bound, &dice, &draft) }
    }

    private func write(_ name: String, _ bound: String, _ dice: inout Dice, _ draft: inout Draft) {
        let prefix = "\(depth) \(name) "
        let path = [
            dice.chance("\(prefix)elsewhere", 10)
                ? dice.pick("\(prefix)schema", draft.schemas) { $0 } ?? parent.path[0] : parent.path[0],
            // Before its parent's name, or after it.
            "\(dice.pick("\(prefix)letter", "", "A ", "zz "))\(parent.root[1].prefix(28)) \(label) \(name)",
        ]
        let quoted = Names.quoted(path)
        // Keys of the parent must contain the keys of all partitions.
        let columns = parent.columns.filter { parent.partitionKey?.contains($0.name) != false }
        let below =
            depth < 2 && dice.chance("\(prefix)divides", 20)
            ? PartitionScheme(prefix, columns, &dice, mayCompute: parent.partitionKey == nil) : nil
        let checks = TableConstraints(prefix: prefix, parent.columns, partitionKey: nil, &dice, draft)
        let by = below.map { " PARTITION BY \($0.sql)" } ?? ""
        if by.isEmpty, dice.chance("\(prefix)attached", 20) {
            // Made as a table of its own, with the columns in another place.
            draft.add("CREATE TABLE \(quoted) (LIKE \(parent.quoted) INCLUDING GENERATED INCLUDING CONSTRAINTS)")
            draft.add("ALTER TABLE \(quoted) ADD COLUMN gone integer")
            draft.add("ALTER TABLE \(quoted) DROP COLUMN gone")
            draft.add("ALTER TABLE \(parent.quoted) ATTACH PARTITION \(quoted) \(bound)")
            for line in checks.lines { draft.add("ALTER TABLE \(quoted) ADD \(line)") }
        } else {
            let list = checks.lines.isEmpty ? "" : " (\(checks.lines.joined(separator: ", ")))"
            let options = by.isEmpty ? TableWriter.options(prefix, &dice) : ""
            draft.add("CREATE TABLE \(quoted) PARTITION OF \(parent.quoted)\(list) \(bound)\(by)\(options)")
        }
        let fact = RelationFact(
            form: below == nil ? .partition : .partitioned, path: path, columns: parent.columns, keys: parent.keys,
            partitionKey: below == nil ? [] : parent.partitionKey, whole: parent.path, root: parent.root)
        TableWriter.add(fact, checks, &dice, &draft)
        let column = parent.columns.first { !$0.isGenerated && !$0.isIdentity }
        if let column, dice.chance("\(prefix)default", 8) {
            let value = Expressions.value("\(prefix)default", of: column.type, &dice, draft)
            draft.add("ALTER TABLE \(quoted) ALTER COLUMN \(column.quoted) SET DEFAULT \(value)")
        }
        if let below {
            PartitionWriter(parent: fact, scheme: below, depth: depth + 1, label: "\(label) \(name)").write(
                &dice, &draft)
        }
    }
}
