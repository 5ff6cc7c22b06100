import AutogenSchema

/// The parts of a partition key as the server writes it: `LIST (state)`, `RANGE (lower(name) COLLATE "C", id)`.
enum PartitionKey {
    static func strategy(of key: String) -> String { String(key.prefix { $0 != " " }) }

    /// Whether a column decides to which partition of a table a row belongs. The server drops none such, and changes no
    /// type of one; but the table has no rows of its own, so it is made anew and its partitions are attached again.
    static func holds(_ column: String, of table: ObjectID, in catalog: Catalog) -> Bool {
        guard let key = catalog.body(table, as: Table.self)?.partitionKey else { return false }
        let name = SQL.quoted(name: column)
        let words = key.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return name == column ? words.contains(Substring(name)) : key.contains(name)
    }

    /// The columns and expressions, without their collations and operator classes.
    static func expressions(of key: String) -> [String] {
        guard let open = key.firstIndex(of: "("), let close = Brackets.end(of: key[open...]) else { return [] }
        return Brackets.elements(in: key[key.index(after: open)..<close]).map(Brackets.word)
    }
}
