import AutogenSchema

/// The place of a partition as the server writes it, and the condition that the rows of it fulfil
/// (<https://www.postgresql.org/docs/current/sql-createtable.html>).
struct PartitionBound {
    /// `LIST (state)` and the like.
    let key: String
    /// `FOR VALUES ...` or `DEFAULT`.
    let bound: String
    /// The partitioned table.
    let parent: [String]

    var isDefault: Bool { bound == "DEFAULT" }

    /// `nil` for `DEFAULT`, and for what can't be read.
    var condition: SQL? {
        let expressions = PartitionKey.expressions(of: key)
        let lists = Self.lists(in: bound)
        guard let first = lists.first, let expression = expressions.first else { return nil }
        switch PartitionKey.strategy(of: key) {
        case "LIST":
            let values = first.filter { $0 != "NULL" }.joined(separator: ", ")
            let isNull = "\(expression) IS NULL"
            if values.isEmpty { return SQL(raw: isNull) }
            let isOne = "\(expression) IN (\(values))"
            return SQL(raw: first.contains("NULL") ? "(\(isOne) OR \(isNull))" : isOne)
        case "RANGE":
            guard lists.count == 2 else { return nil }
            let limits = [
                Self.limit(expressions, first, isLower: true), Self.limit(expressions, lists[1], isLower: false),
            ].compactMap { $0 }
            // A comparison of one value refuses NULL by itself.
            let isKnown = expressions.count == 1 && !limits.isEmpty
            let parts = limits + (isKnown ? [] : expressions.map { "\($0) IS NOT NULL" })
            return SQL(raw: parts.joined(separator: " AND "))
        case "HASH":
            let numbers = first.compactMap { $0.split(separator: " ").last.map(String.init) }
            let arguments = (numbers + expressions).joined(separator: ", ")
            let table = SQL.dotted(parent)
            return "satisfies_hash_partition(\(literal: table)::regclass, \(raw: arguments))"
        default:
            return nil
        }
    }

    /// The values between the parentheses of a bound.
    static func lists(in bound: String) -> [[String]] {
        var lists: [[String]] = []
        var rest = bound[...]
        while let open = rest.firstIndex(of: "("), let close = Brackets.end(of: rest[open...]) {
            lists.append(Brackets.elements(in: rest[rest.index(after: open)..<close]).map(String.init))
            rest = rest[rest.index(after: close)...]
        }
        return lists
    }

    /// Rows are compared up to the first `MINVALUE` or `MAXVALUE`, which says whether the limit itself belongs to it.
    private static func limit(_ expressions: [String], _ values: [String], isLower: Bool) -> String? {
        let end = values.firstIndex { $0 == "MINVALUE" || $0 == "MAXVALUE" } ?? values.endIndex
        guard end > 0 else { return nil }
        let reachesOver = end < values.endIndex && values[end] == "MAXVALUE"
        let sign = isLower ? (reachesOver ? ">" : ">=") : (reachesOver ? "<=" : "<")
        let left = expressions.prefix(end).joined(separator: ", ")
        let right = values.prefix(end).joined(separator: ", ")
        return end == 1 ? "\(left) \(sign) \(right)" : "(\(left)) \(sign) (\(right))"
    }
}
