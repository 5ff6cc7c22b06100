/// The parts of a partition key as the server writes it: `LIST (state)`, `RANGE (lower(name) COLLATE "C", id)`.
enum PartitionKey {
    static func strategy(of key: String) -> String { String(key.prefix { $0 != " " }) }

    /// The columns and expressions, without their collations and operator classes.
    static func expressions(of key: String) -> [String] {
        guard let open = key.firstIndex(of: "("), let close = Brackets.end(of: key[open...]) else { return [] }
        return Brackets.elements(in: key[key.index(after: open)..<close]).map(Brackets.word)
    }
}
