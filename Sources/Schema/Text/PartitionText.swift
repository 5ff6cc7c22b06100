import AutogenSQLText

/// What the server tells of partitions in text only: the parts of a key and the values of a bound.
package enum PartitionText {
    /// The definition with the parts of its key, or the values of its bound.
    package static func read(_ definition: Definition) -> Definition {
        switch definition {
        case .table(var table):
            guard let key = table.partitionKey else { return definition }
            table.partitionParts = NotCompared(lists(in: key).first.map { $0.map { Brackets.word(of: $0[...]) } } ?? [])
            return .table(table)
        case .partition(var partition):
            partition.values = NotCompared(lists(in: partition.bound))
            return .partition(partition)
        default: return definition
        }
    }

    /// The elements between parentheses that stand in no others: `FOR VALUES FROM (1, 'a') TO (2, 'b')` has two lists.
    static func lists(in text: String) -> [[String]] {
        var lists: [[String]] = []
        var reader = SQLReader(text, .postgresql)
        let bytes = Array(text.utf8)
        while let token = reader.peek {
            guard let inner = reader.parenthesis() else {
                _ = reader.next()
                continue
            }
            let end = inner.last?.range.upperBound ?? token.range.upperBound
            let list = String(decoding: bytes[token.range.upperBound..<end], as: UTF8.self)
            lists.append(Brackets.elements(in: list[...]).map(String.init))
        }
        return lists
    }
}
