import AutogenSQLText

/// Source text for expressions that the server wrote.
///
/// `status IN ('a', 'b')` on a `varchar` column is written back as
/// `((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`, and that text, read again,
/// is written back differently: the parser moves the outer cast into the array. The outer cast was never in the source:
/// the operator asked for it. Without it the text reads back as it was.
enum DeparsedExpression {
    static func source(of expression: String) -> String {
        // Most have none, and need not be read.
        guard expression.contains("(ARRAY[") else { return expression }
        let bytes = Array(expression.utf8)
        var tokens: [SQLToken] = []
        var lexer = SQLLexer(bytes, .postgresql)
        while let token = lexer.next() { tokens.append(token) }
        var result = ""
        var end = 0
        for (index, token) in tokens.enumerated().dropLast(2) where token.range.lowerBound >= end {
            guard token.kind == .opening, tokens[index + 1].isWord("array", in: bytes),
                tokens[index + 2].range.count == 1, bytes[tokens[index + 2].range.lowerBound] == UInt8(ascii: "[")
            else { continue }
            let start = expression.utf8.index(expression.startIndex, offsetBy: token.range.lowerBound)
            guard let (array, behind) = implicitlyCast(expression[start...]) else { continue }
            result += String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self) + source(of: String(array))
            end = expression.utf8.distance(from: expression.startIndex, to: behind)
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    /// The array in `(ARRAY[...])::text[]` and where that ends. A cast that is in the source is one of the elements:
    /// the server writes the cast around the brackets for those that it made itself.
    private static func implicitlyCast(_ text: Substring) -> (Substring, String.Index)? {
        guard let close = Brackets.end(of: text) else { return nil }
        let array = text[text.index(after: text.startIndex)..<close]
        let elements = array.dropFirst("ARRAY".count)
        guard let last = Brackets.end(of: elements), elements.index(after: last) == elements.endIndex else {
            return nil
        }
        let after = text[text.index(after: close)...]
        guard after.hasPrefix("::"), let type = after.firstRange(of: "[]") else { return nil }
        let name = after[..<type.lowerBound].dropFirst(2)
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || " _.\"".contains($0) }
        return isName ? (array, type.upperBound) : nil
    }
}
