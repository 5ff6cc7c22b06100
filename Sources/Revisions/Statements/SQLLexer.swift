import AutogenSchema

/// Cuts SQL text into tokens by the lexical rules of the dialect.
///
/// Rules: <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>, <https://www.sqlite.org/lang.html>.
/// It knows where strings, names and comments end, and nothing else of the language.
struct SQLLexer {
    private let bytes: [UInt8]
    private let dialect: Dialect
    private var index = 0

    init(bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    /// White space is passed over; `nil` at the end.
    mutating func next() -> SQLToken? {
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        let kind = take()
        return SQLToken(kind: kind, range: start..<index)
    }

    private mutating func take() -> SQLToken.Kind {
        switch Unicode.Scalar(bytes[index]) {
        case "-" where peek(1) == "-":
            skip { $0 != UInt8(ascii: "\n") }
            return .comment
        case "/" where peek(1) == "*":
            takeBlockComment()
            return .comment
        case "'":
            takeQuoted(UInt8(ascii: "'"), backslash: false)
            return .quoted
        case "E" where dialect == .postgresql && peek(1) == "'", "e" where dialect == .postgresql && peek(1) == "'":
            index += 1
            takeQuoted(UInt8(ascii: "'"), backslash: true)
            return .quoted
        case "\"":
            takeQuoted(UInt8(ascii: "\""), backslash: false)
            return .quoted
        case "`" where dialect == .sqlite:
            takeQuoted(UInt8(ascii: "`"), backslash: false)
            return .quoted
        case "[" where dialect == .sqlite:
            skip { $0 != UInt8(ascii: "]") }
            index = min(index + 1, bytes.count)
            return .quoted
        case "$" where dialect == .postgresql && takeDollarQuoted(): return .quoted
        case ";": return single(.semicolon)
        case "(": return single(.opening)
        case ")": return single(.closing)
        default:
            guard isWordStart(bytes[index]) else { return single(.other) }
            skip(isWordPart)
            return .word
        }
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < bytes.count ? Unicode.Scalar(bytes[index + distance]) : nil
    }

    private mutating func single(_ kind: SQLToken.Kind) -> SQLToken.Kind {
        index += 1
        return kind
    }

    private mutating func skip(_ condition: (UInt8) -> Bool) {
        while index < bytes.count, condition(bytes[index]) { index += 1 }
    }

    /// A doubled quote stands for itself: it ends one piece and begins the next, which comes to the same.
    private mutating func takeQuoted(_ quote: UInt8, backslash: Bool) {
        index += 1
        while index < bytes.count, bytes[index] != quote {
            index += backslash && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        // In an escape string the piece after a doubled quote has escapes too.
        if backslash, index < bytes.count, bytes[index] == quote { takeQuoted(quote, backslash: true) }
    }

    /// PostgreSQL's block comments nest, SQLite's don't.
    private mutating func takeBlockComment() {
        var depth = 0
        while index < bytes.count {
            if peek(0) == "/", peek(1) == "*", depth == 0 || dialect == .postgresql {
                depth += 1
                index += 2
            } else if peek(0) == "*", peek(1) == "/" {
                depth -= 1
                index += 2
                if depth == 0 { return }
            } else {
                index += 1
            }
        }
        index = bytes.count
    }

    private mutating func takeDollarQuoted() -> Bool {
        var end = index + 1
        while end < bytes.count, isWordPart(bytes[end]), bytes[end] != UInt8(ascii: "$") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "$") else { return false }
        if end > index + 1, !isWordStart(bytes[index + 1]) { return false }
        let tag = bytes[index...end]
        index = end + 1
        while index < bytes.count, !bytes[index...].starts(with: tag) { index += 1 }
        index = min(index + tag.count, bytes.count)
        return true
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isWordStart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_")
            || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    private func isWordPart(_ byte: UInt8) -> Bool {
        isWordStart(byte) || byte == UInt8(ascii: "$") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
