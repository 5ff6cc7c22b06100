/// Walks over brackets in PostgreSQL's SQL, minding strings and quoted names.
package enum Brackets {
    /// The index of the bracket that closes the one the text starts with.
    package static func end(of text: Substring) -> String.Index? {
        var depth = 0
        return pieces(of: text) { piece in
            depth += piece.depth
            return depth <= 0
        }
    }

    /// What stands before the first bracket or space outside of quotes: the name in `app."a b" (id) WHERE (id > 1)`.
    package static func head(of text: String) -> String {
        let end = pieces(of: text[...]) { $0.isAfterSpace || $0.kind == .opening }
        return String(text[..<(end ?? text.endIndex)].drop { $0 == " " }).trimmingSpacesAtEnd
    }

    /// What stands before the first space outside of quotes and brackets: `lower(a, b)` in `lower(a, b) text_ops`.
    package static func word(of text: Substring) -> String {
        var depth = 0
        let end = pieces(of: text) { piece in
            let isEnd = depth == 0 && piece.isAfterSpace
            depth += piece.depth
            return isEnd
        }
        return String(text[..<(end ?? text.endIndex)]).trimmingSpacesAtEnd
    }

    /// The value of the literal that starts at an index, and where it ends.
    package static func literal(at start: String.Index, in text: Substring) -> (value: String, end: String.Index)? {
        let bytes = Array(text[start...].utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        guard let token = lexer.next(), token.kind == .string, token.isClosed else { return nil }
        return (token.value(in: bytes), text.utf8.index(start, offsetBy: token.range.upperBound))
    }

    /// The parts between the commas that stand in no bracket.
    package static func elements(in text: Substring) -> [Substring] {
        var depth = 0
        var start = text.startIndex
        var parts: [Substring] = []
        _ = pieces(of: text) { piece in
            depth += piece.depth
            if depth == 0, piece.isComma {
                parts.append(text[start..<piece.start])
                start = text.utf8.index(after: piece.start)
            }
            return false
        }
        parts.append(text[start...])
        return parts.map { $0.drop { $0 == " " } }
    }

    private struct Piece {
        let kind: SQLToken.Kind
        let start: String.Index
        /// How many brackets it opens, less those that it closes.
        let depth: Int
        let isComma: Bool
        let isAfterSpace: Bool
    }

    /// The start of the first token of which the condition is true.
    private static func pieces(of text: Substring, _ condition: (Piece) -> Bool) -> String.Index? {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var end = 0
        while let token = lexer.next() {
            let start = token.range.lowerBound
            let sign = token.kind == .symbol && token.range.count == 1 ? bytes[start] : 0
            let opens = token.kind == .opening || sign == UInt8(ascii: "[")
            let closes = token.kind == .closing || sign == UInt8(ascii: "]")
            let piece = Piece(
                kind: token.kind, start: text.utf8.index(text.startIndex, offsetBy: start),
                depth: opens ? 1 : closes ? -1 : 0, isComma: sign == UInt8(ascii: ","),
                isAfterSpace: start > end)
            if condition(piece) { return piece.start }
            end = token.range.upperBound
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingSpacesAtEnd: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
