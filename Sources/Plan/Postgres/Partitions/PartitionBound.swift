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
    /// Whether what the rows are divided by first is a column of whole or decimal numbers.
    private let isNumber: Bool

    /// - Parameter place: `nil` for one of which nothing is known.
    init(_ place: Partition?, of parent: [String], in catalog: Catalog) {
        let table = catalog.body(ObjectID(.table, path: parent), as: Table.self) ?? Table()
        strategy = table.partitionStrategy.value
        expressions = table.partitionParts.value
        lists = place?.values.value ?? []
        self.parent = parent
        let column = table.partitionColumns.value.first { SQL.quoted(name: $0) == table.partitionParts.value.first }
        let type = column.flatMap { catalog.body(ObjectID(.column, path: parent + [$0]), as: Column.self)?.type } ?? ""
        isNumber = ["smallint", "integer", "bigint"].contains(type) || type.hasPrefix("numeric")
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
            return !precedes(own[1], theirs[0]) && !precedes(theirs[1], own[0])
        case "HASH":
            let (one, two) = (Self.numbers(first), Self.numbers(second))
            guard one.count == 2, two.count == 2 else { return true }
            let divisor = Self.commonDivisor(one[0], two[0])
            return divisor == 0 || one[1] % divisor == two[1] % divisor
        default:
            return true
        }
    }

    /// Whether each row of it certainly belongs to one of several bounds of the same table; false as well where the values
    /// can't be compared here.
    func isCovered(by bounds: [PartitionBound]) -> Bool {
        if bounds.contains(where: \.isDefault) { return true }
        guard let first = lists.first else { return false }
        switch strategy {
        case "LIST":
            return Set(first).isSubset(of: bounds.flatMap { $0.lists.first ?? [] })
        case "RANGE":
            guard lists.count == 2 else { return false }
            return reaches(lists[1], from: first, by: bounds.filter { $0.lists.count == 2 })
        case "HASH":
            let classes = bounds.map { Self.numbers($0.lists.first ?? []) }.filter { $0.count == 2 && $0[0] > 0 }
            let own = Self.numbers(first)
            guard own.count == 2, own[0] > 0 else { return false }
            // Moduli are below 1 << 31, so one step beyond the limit overflows nothing.
            let limit = 1 << 16
            let cycle = classes.reduce(own[0]) { $0 > limit ? $0 : $0 / Self.commonDivisor($0, $1[0]) * $1[0] }
            guard cycle <= limit else { return false }
            return stride(from: own[1], to: cycle, by: own[0]).allSatisfy { hash in
                classes.contains { hash % $0[0] == $0[1] }
            }
        default:
            return false
        }
    }

    /// Goes from a lower limit to an upper one along ranges that meet.
    private func reaches(_ end: [String], from start: [String], by ranges: [PartitionBound]) -> Bool {
        var (place, rest) = (start, ranges)
        while place != end, place.first == "MINVALUE" || !precedes(end, place) {
            let next = rest.firstIndex { range in
                let begins = range.lists[0].first == "MINVALUE" || precedes(range.lists[0], place)
                return range.lists[0] == place || begins && !precedes(range.lists[1], place)
            }
            guard let next else { return false }
            place = rest.remove(at: next).lists[1]
            if place.first == "MAXVALUE" { return true }
        }
        return true
    }

    /// The modulus and the remainder.
    static func numbers(_ words: [String]) -> [Int] {
        words.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }

    /// Whether an upper limit certainly lies at or before a lower one, by whole numbers or by dates of one form.
    private func precedes(_ upper: [String], _ lower: [String]) -> Bool {
        guard let end = upper.first, let start = lower.first else { return false }
        let isOnly = upper.count == 1
        func bare(_ text: String) -> String { text.hasPrefix("'") ? String(text.dropFirst().dropLast()) : text }
        // `'10'` is a number of a wide type, or a text before `'9'`.
        let areNumbers = isNumber || !end.hasPrefix("'") && !start.hasPrefix("'")
        if areNumbers, let end = Int(bare(end)), let start = Int(bare(start)) {
            return isOnly ? end <= start : end < start
        }
        let isDate = [end, start].allSatisfy { text in
            text.hasPrefix("'") && bare(text).first?.isNumber == true && bare(text).contains("-")
                && bare(text).allSatisfy { "0123456789-: .".contains($0) }
        }
        guard isDate, end.count == start.count else { return false }
        return isOnly ? end <= start : end < start
    }
}
