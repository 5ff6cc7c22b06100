import AutogenSchema

/// The place of a partition as the server writes it, and the condition that the rows of it fulfil
/// (<https://www.postgresql.org/docs/current/sql-createtable.html>).
struct PartitionBound {
    /// `LIST`, `RANGE` or `HASH`.
    let strategy: String
    /// The columns and expressions of the key.
    let expressions: [String]
    /// The lists of values: one, or two of a range.
    let lists: [[String]]
    /// The partitioned table.
    let parent: [String]

    /// - Parameter place: `nil` for one of which nothing is known.
    init(_ place: Partition?, of parent: [String], _ table: Table) {
        strategy = table.partitionStrategy.value
        expressions = table.partitionParts.value
        lists = place?.values.value ?? []
        self.parent = parent
    }

    var isDefault: Bool { lists.isEmpty }

    /// `nil` for `DEFAULT`, and for what can't be read.
    var condition: SQL? {
        guard let first = lists.first, let expression = expressions.first else { return nil }
        switch strategy {
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
            let arguments = (Self.numbers(first).map(String.init) + expressions).joined(separator: ", ")
            let table = SQL.dotted(parent)
            return "satisfies_hash_partition(\(literal: table)::regclass, \(raw: arguments))"
        default:
            return nil
        }
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

extension PartitionBound {
    /// Whether a row can belong to both; true as well where the values can't be compared here.
    func mayOverlap(_ other: PartitionBound) -> Bool {
        if isDefault || other.isDefault { return true }
        let (own, theirs) = (lists, other.lists)
        guard let first = own.first, let second = theirs.first else { return true }
        switch strategy {
        case "LIST":
            return !Set(first).isDisjoint(with: second)
        case "RANGE":
            guard own.count == 2, theirs.count == 2 else { return true }
            return !Self.precedes(own[1], theirs[0]) && !Self.precedes(theirs[1], own[0])
        case "HASH":
            let (one, two) = (Self.numbers(first), Self.numbers(second))
            guard one.count == 2, two.count == 2 else { return true }
            let divisor = Self.commonDivisor(one[0], two[0])
            return divisor == 0 || one[1] % divisor == two[1] % divisor
        default:
            return true
        }
    }

    /// Whether all rows of another belong to it; false as well where the values can't be compared here.
    func certainlyCovers(_ other: PartitionBound) -> Bool {
        guard let first = lists.first, let second = other.lists.first else { return false }
        switch strategy {
        case "LIST":
            return Set(first).isSuperset(of: second)
        case "RANGE":
            guard lists.count == 2, other.lists.count == 2 else { return false }
            let (lower, upper) = (lists[0], lists[1])
            let (low, up) = (other.lists[0], other.lists[1])
            let beginsBefore = lower == low || lower.first == "MINVALUE" || Self.precedes(lower, low)
            return beginsBefore && (upper == up || upper.first == "MAXVALUE" || Self.precedes(up, upper))
        case "HASH":
            let (one, two) = (Self.numbers(first), Self.numbers(second))
            guard one.count == 2, two.count == 2, one[0] > 0 else { return false }
            return two[0] % one[0] == 0 && two[1] % one[0] == one[1]
        default:
            return false
        }
    }

    /// The modulus and the remainder.
    static func numbers(_ words: [String]) -> [Int] {
        words.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }

    /// Whether an upper limit certainly lies at or before a lower one, by whole numbers or by dates of one form.
    private static func precedes(_ upper: [String], _ lower: [String]) -> Bool {
        guard let end = upper.first, let start = lower.first else { return false }
        let isOnly = upper.count == 1
        func bare(_ text: String) -> String { text.hasPrefix("'") ? String(text.dropFirst().dropLast()) : text }
        if let end = Int(bare(end)), let start = Int(bare(start)) { return isOnly ? end <= start : end < start }
        let isDate = [end, start].allSatisfy { text in
            text.hasPrefix("'") && bare(text).contains("-") && bare(text).allSatisfy { "0123456789-: .".contains($0) }
        }
        guard isDate, end.count == start.count else { return false }
        return isOnly ? end <= start : end < start
    }
}
