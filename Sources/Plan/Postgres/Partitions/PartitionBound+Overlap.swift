import AutogenSchema

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
