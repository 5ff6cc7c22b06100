/// Leaves out parentheses that say nothing: around one operand, doubled ones, and those that precedence makes superfluous
/// (<https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes>).
///
/// Where it is not sure, it leaves them: the result is only compared, so that the worst is a difference too many.
struct Parentheses {
    private var tokens: [Token]
    /// A parenthesis at the start is that of an operand, and not that of a list.
    private let isExpression: Bool

    static func withoutRedundant(_ tokens: [Token], isExpression: Bool) -> [Token] {
        guard tokens.contains(where: { $0.keyword == "(" }) else { return tokens }
        var text = Parentheses(tokens: tokens, isExpression: isExpression)
        text.removeAll()
        return text.tokens
    }

    private mutating func removeAll() {
        var index = tokens.count - 1
        // From the right, so that inner ones come first and a removal changes nothing that was passed.
        while index >= 0 {
            if tokens[index].keyword == "(", let end = CanonicalText.end(ofGroupIn: tokens[index...]),
                isRedundant(index, end)
            {
                tokens.remove(at: end)
                tokens.remove(at: index)
            }
            index -= 1
        }
    }

    private func isRedundant(_ start: Int, _ end: Int) -> Bool {
        let inner = tokens[(start + 1)..<end]
        guard let first = inner.first, !["SELECT", "WITH", "VALUES"].contains(first.keyword) else { return false }
        let right = end + 1 < tokens.count ? tokens[end + 1].keyword : ""
        guard let binding = leftBinding(of: start, right: right) else { return false }
        let level = Self.lowestLevel(in: inner)
        guard let level else { return false }
        let rightLevel =
            Self.levels[right] ?? (["NOT", "COLLATE", "ESCAPE", "FILTER", "OVER"].contains(right) ? 11 : 0)
        let isChain = level == rightLevel && (right == "AND" || right == "OR")
        return level > binding && (level > rightLevel || isChain)
    }

    /// How strongly what stands before a parenthesis holds on to it; `nil` when the parenthesis is not an operand alone.
    private func leftBinding(of start: Int, right: String) -> Int? {
        guard start > 0 else { return isExpression ? 0 : nil }
        let left = tokens[start - 1].keyword
        if left == "(" {
            let isAlone = right == ")"
            let isList = start > 1 && ["IN", "BY"].contains(tokens[start - 2].keyword)
            return isList || (!isAlone && Self.levels[right] == nil) ? nil : 0
        }
        if ["WHERE", "HAVING", "ON", "WHEN", "THEN", "ELSE", "CASE"].contains(left) { return 0 }
        if left == "NOT" { return 3 }
        // The AND of a BETWEEN holds on like BETWEEN itself.
        if left == "AND", tokens.contains(where: { $0.keyword == "BETWEEN" }) { return Self.operand - 1 }
        guard let level = Self.levels[left], left != "IN" else { return nil }
        return isUnary(start - 1) ? Self.operand - 1 : level
    }

    private func isUnary(_ index: Int) -> Bool {
        guard ["-", "+", "~"].contains(tokens[index].keyword) else { return false }
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        switch before.kind {
        case .quoted, .string, .blob, .number, .parameter: return false
        case .word: return SQLiteWords.isKeyword(before.text)
        case .symbol: return before.text != ")"
        }
    }

    /// The level of the operator that holds the expression together; `nil` for what may be no plain expression.
    private static func lowestLevel(in tokens: ArraySlice<Token>) -> Int? {
        var lowest = operand
        var depth = 0
        for token in tokens {
            if token.keyword == ")" { depth -= 1 }
            if depth == 0 {
                if token.keyword == "," || token.keyword == ";" { return nil }
                if let level = levels[token.keyword] {
                    lowest = min(lowest, level)
                } else if token.keyword == "NOT" {
                    lowest = min(lowest, 3)
                } else if token.kind == .word, SQLiteWords.isReserved(token.text), !values.contains(token.keyword) {
                    lowest = min(lowest, 1)
                } else if token.keyword == "~" {
                    lowest = min(lowest, 11)
                }
            }
            if token.keyword == "(" { depth += 1 }
        }
        return lowest
    }

    private static let operand = 13
    private static let values: Set<String> = [
        "NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
    ]
    private static let levels: [String: Int] = [
        "OR": 1, "AND": 2, "=": 4, "==": 4, "<>": 4, "!=": 4, "IS": 4, "IN": 4, "LIKE": 4, "GLOB": 4, "MATCH": 4,
        "REGEXP": 4, "BETWEEN": 4, "ISNULL": 4, "NOTNULL": 4, "<": 5, "<=": 5, ">": 5, ">=": 5, "&": 7, "|": 7, "<<": 7,
        ">>": 7, "+": 8, "-": 8, "*": 9, "/": 9, "%": 9, "||": 10, "->": 10, "->>": 10,
    ]
}
