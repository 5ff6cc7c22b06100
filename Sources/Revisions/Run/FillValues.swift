import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The values that rows get in columns of a script that left places for them.
struct FillValues {
    /// Expressions by the comments that mark their places.
    private let expressions: [String: String]

    init(_ values: [Address: String]) {
        expressions = Dictionary(
            values.map { (FillMarker.comment(for: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The text of a statement with `(expression)` for each `NULL /* autogen:fill column */` that has one.
    func filling(_ text: String, _ syntax: SQLSyntax) -> String {
        guard !expressions.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var filled: [UInt8] = []
        var copied = 0
        var last: SQLToken?
        while let token = lexer.next() {
            if token.kind == .blockComment, let null = last, null.isWord("null", in: bytes),
                let expression = expressions[String(decoding: bytes[token.range], as: UTF8.self)]
            {
                // A comment at the end of the expression must not hide the parenthesis.
                filled += bytes[copied..<null.range.lowerBound] + Array("(\(expression)\n)".utf8)
                copied = token.range.upperBound
            }
            last = token
        }
        return String(decoding: filled + bytes[copied...], as: UTF8.self)
    }
}
