import AutogenSQLText
import AutogenSchema

/// Source text for expressions that the server wrote.
///
/// `status IN ('a', 'b')` on a `varchar` column is written back as
/// `((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`, and that text, read again,
/// is written back differently: the parser moves the outer cast into the array. The outer cast was never in the source:
/// the operator asked for it. Without it the text reads back as it was.
enum DeparsedExpression {
    /// `EXISTS (SELECT 'x')` is written back as `EXISTS ( SELECT 'x'::text)`, and that with a name more. With the name that
    /// it had from the start, which the server does not write, it stays as it is.
    static func source(of expression: String) -> String {
        arrays(of: UnnamedConstant.naming(in: expression) { _ in "\"?column?\"" })
    }

    private static func arrays(of expression: String) -> String {
        // Most have none, and need not be read.
        guard expression.contains("ARRAY[") else { return expression }
        let bytes = Array(expression.utf8)
        var tokens: [SQLToken] = []
        var lexer = SQLLexer(bytes, .postgresql)
        while let token = lexer.next() { tokens.append(token) }
        var result = ""
        var end = 0
        for (index, token) in tokens.enumerated() where token.range.lowerBound >= end {
            let isArray = token.isWord("array", in: bytes)
            let isBracketed =
                token.kind == .opening && index + 1 < tokens.count && tokens[index + 1].isWord("array", in: bytes)
            guard isArray || isBracketed else { continue }
            let start = expression.utf8.index(expression.startIndex, offsetBy: token.range.lowerBound)
            let cast = isArray ? implicitlyCast(array: expression[start...]) : implicitlyCast(expression[start...])
            guard let (array, behind) = cast else { continue }
            result += String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self) + arrays(of: String(array))
            end = expression.utf8.distance(from: expression.startIndex, to: behind)
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    /// The array in `(ARRAY[...])::text[]` and where that ends. A cast that is in the source is one of the elements:
    /// the server writes the cast around the brackets for those that it made itself, and for an empty array, whose type it is.
    private static func implicitlyCast(_ text: Substring) -> (Substring, String.Index)? {
        guard let close = Brackets.end(of: text) else { return nil }
        let array = text[text.index(after: text.startIndex)..<close]
        let elements = array.dropFirst("ARRAY".count)
        guard !elements.hasPrefix("[]"), elements.first == "[", let last = Brackets.end(of: elements),
            elements.index(after: last) == elements.endIndex
        else { return nil }
        return end(ofCast: text[text.index(after: close)...]).map { (array, $0) }
    }

    /// The same without the outer brackets, as statistics have it.
    private static func implicitlyCast(array text: Substring) -> (Substring, String.Index)? {
        let elements = text.dropFirst("ARRAY".count)
        guard !elements.hasPrefix("[]"), elements.first == "[", let last = Brackets.end(of: elements) else {
            return nil
        }
        let behind = elements.index(after: last)
        return end(ofCast: text[behind...]).map { (text[..<behind], $0) }
    }

    private static func end(ofCast text: Substring) -> String.Index? {
        guard text.hasPrefix("::"), let type = text.firstRange(of: "[]") else { return nil }
        let name = text[..<type.lowerBound].dropFirst(2)
        return name.allSatisfy { $0.isLetter || $0.isNumber || " _.\"".contains($0) } ? type.upperBound : nil
    }
}
