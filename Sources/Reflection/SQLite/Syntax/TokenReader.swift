/// Reads tokens from left to right.
struct TokenReader {
    private(set) var rest: ArraySlice<Token>

    init(_ tokens: some Sequence<Token>) { rest = Array(tokens)[...] }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: Token? { rest.first }

    @discardableResult
    mutating func next() -> Token? { rest.popFirst() }

    func isAt(_ keywords: String...) -> Bool {
        zip(rest, keywords).allSatisfy { $0.keyword == $1 } && rest.count >= keywords.count
    }

    /// Moves on when the next tokens are these words.
    mutating func skip(_ keywords: String...) -> Bool {
        guard zip(rest, keywords).allSatisfy({ $0.keyword == $1 }), rest.count >= keywords.count else { return false }
        rest = rest.dropFirst(keywords.count)
        return true
    }

    /// Moves over a parenthesis and returns what is in it; `nil` when none comes next.
    mutating func group() -> [Token]? {
        guard peek?.keyword == "(", let end = CanonicalText.end(ofGroupIn: rest) else { return nil }
        let inner = Array(rest[(rest.startIndex + 1)..<end])
        rest = rest[(end + 1)...]
        return inner
    }
}

extension Sequence where Element == Token {
    /// The pieces between commas that stand outside of parentheses.
    func splitAtCommas() -> [[Token]] {
        var items: [[Token]] = [[]]
        var depth = 0
        for token in self {
            if token.keyword == "(" { depth += 1 }
            if token.keyword == ")" { depth -= 1 }
            if depth == 0, token.keyword == "," {
                items.append([])
            } else {
                items[items.count - 1].append(token)
            }
        }
        return items
    }
}
