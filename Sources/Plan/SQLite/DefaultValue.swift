import AutogenSchema

/// The expression of a column's default, for what SQLite requires of it.
struct DefaultValue {
    let expression: String

    init(_ expression: String) { self.expression = expression }

    var isNull: Bool { expression.uppercased() == "NULL" }

    /// A single literal: the only default that SQLite gives to the rows that are there when a column is added.
    var isConstant: Bool {
        let text = Self.withoutSign(expression)
        guard let first = text.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "'"): return Self.isOneQuotedText(text)
        case UInt8(ascii: "\""): return Self.isOneQuotedText(text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return !text.contains(where: \.isWhitespace)
        default:
            if text.hasPrefix("x'") { return Self.isOneQuotedText(text.dropFirst()) }
            return Self.isWord(text) && !text.uppercased().hasPrefix("CURRENT_")
        }
    }

    /// The value in an expression of another statement, where a bare name would mean a column.
    var sql: SQL {
        let isName = Self.isWord(expression[...]) && !["NULL", "TRUE", "FALSE"].contains(expression.uppercased())
        if isName, !expression.uppercased().hasPrefix("CURRENT_") { return "\(literal: expression)" }
        if expression.hasPrefix("\""), isConstant {
            return "\(literal: String(expression.dropFirst().dropLast()).replacing("\"\"", with: "\""))"
        }
        return isConstant ? SQL(raw: expression) : "(\(raw: expression))"
    }

    private static func withoutSign(_ text: String) -> Substring {
        text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst().drop(while: \.isWhitespace) : text[...]
    }

    private static func isOneQuotedText(_ text: Substring) -> Bool {
        guard let quote = text.first, text.count > 1, text.last == quote else { return false }
        let inner = text.dropFirst().dropLast().replacing("\(quote)\(quote)", with: "")
        return !inner.contains(quote)
    }

    private static func isWord(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
