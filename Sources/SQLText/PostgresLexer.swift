/// PostgreSQL's tokens, by the rules of its `scan.l` and of `psqlscan.l`, which are kept the same
/// (<https://www.postgresql.org/docs/current/sql-syntax-lexical.html>).
extension ByteCursor {
    mutating func takePostgresToken(_ first: UInt8, _ isClosed: inout Bool) -> SQLToken.Kind {
        switch first {
        case ASCII.quote: return takePostgresString(hasEscapes: false, &isClosed)
        case ASCII.doubleQuote:
            isClosed = skipQuoted(first)
            return .quotedName
        case ASCII.dash where peek() == ASCII.dash:
            skip { $0 != ASCII.newline && $0 != ASCII.carriageReturn }
            return .lineComment
        case ASCII.slash where peek() == ASCII.star:
            isClosed = skipBlockComment(isNested: true)
            return .blockComment
        case ASCII.dollar: return takeDollar(&isClosed)
        case ASCII.semicolon: return single(.semicolon)
        case ASCII.opening: return single(.opening)
        case ASCII.closing: return single(.closing)
        case ASCII.colon:
            skip(peek() == ASCII.colon || peek() == ASCII.equals ? 2 : 1)
            return .symbol
        case ASCII.dot:
            if let next = peek(), ASCII.isDigit(next) { return takePostgresNumber() }
            skip(peek() == ASCII.dot ? 2 : 1)
            return .symbol
        case _ where ASCII.isDigit(first): return takePostgresNumber()
        case _ where ASCII.startsWord(first): return takePostgresWord(first, &isClosed)
        case _ where Self.isOperator(first): return takeOperator()
        default: return single(.symbol)
        }
    }

    mutating func single(_ kind: SQLToken.Kind) -> SQLToken.Kind {
        skip(1)
        return kind
    }

    /// A word, or the quoted text whose prefix it is.
    private mutating func takePostgresWord(_ first: UInt8, _ isClosed: inout Bool) -> SQLToken.Kind {
        let letter = first | 0x20
        switch peek() {
        case ASCII.quote where letter == UInt8(ascii: "e"):
            skip(1)
            return takePostgresString(hasEscapes: true, &isClosed)
        case ASCII.quote where letter == UInt8(ascii: "n"):
            skip(1)
            return takePostgresString(hasEscapes: false, &isClosed)
        case ASCII.quote where letter == UInt8(ascii: "b") || letter == UInt8(ascii: "x"):
            skip(1)
            _ = takePostgresString(hasEscapes: false, &isClosed)
            return .bits
        case ASCII.ampersand where letter == UInt8(ascii: "u") && peek(2) == ASCII.quote:
            skip(2)
            return takePostgresString(hasEscapes: false, &isClosed)
        case ASCII.ampersand where letter == UInt8(ascii: "u") && peek(2) == ASCII.doubleQuote:
            skip(2)
            isClosed = skipQuoted(ASCII.doubleQuote)
            return .quotedName
        default:
            skip(while: ASCII.continuesWord)
            return .word
        }
    }

    /// Strings on consecutive lines are one; the first of them says whether a backslash is an escape.
    private mutating func takePostgresString(hasEscapes: Bool, _ isClosed: inout Bool) -> SQLToken.Kind {
        isClosed = skipQuoted(ASCII.quote, hasEscapes: hasEscapes)
        while isClosed, let next = continuation() {
            index = next
            isClosed = skipQuoted(ASCII.quote, hasEscapes: hasEscapes)
        }
        return .string
    }

    /// Where the string goes on: behind spaces and comments with at least one end of line among them.
    private func continuation() -> Int? {
        var look = self
        var hasNewline = false
        while let byte = look.byte {
            switch byte {
            case ASCII.quote: return hasNewline ? look.index : nil
            case ASCII.dash where look.peek() == ASCII.dash:
                look.skip { $0 != ASCII.newline && $0 != ASCII.carriageReturn }
            case _ where ASCII.isSpace(byte):
                hasNewline = hasNewline || byte == ASCII.newline || byte == ASCII.carriageReturn
                look.skip(1)
            default: return nil
            }
        }
        return nil
    }

    private mutating func takeDollar(_ isClosed: inout Bool) -> SQLToken.Kind {
        let start = index
        skip(1)
        if let next = byte, ASCII.isDigit(next) {
            skip(while: ASCII.isDigit)
            return .parameter
        }
        if let next = byte, ASCII.startsWord(next) { skip { ASCII.startsWord($0) || ASCII.isDigit($0) } }
        guard byte == ASCII.dollar else {
            index = start + 1
            return .symbol
        }
        skip(1)
        let tag = bytes[start..<index]
        while index < bytes.count {
            if bytes[index] == ASCII.dollar, bytes[index...].starts(with: tag) {
                skip(tag.count)
                return .dollarString
            }
            index += 1
        }
        isClosed = false
        return .dollarString
    }

    /// Letters that follow a number directly belong to it: the server refuses `1abc` as a whole.
    private mutating func takePostgresNumber() -> SQLToken.Kind {
        func isPart(_ byte: UInt8) -> Bool { ASCII.isDigit(byte) || byte == ASCII.underscore }
        let start = index
        skip(while: isPart)
        if byte == ASCII.dot, peek() != ASCII.dot {
            skip(1)
            skip(while: isPart)
        }
        if let mark = byte, mark | 0x20 == UInt8(ascii: "e") {
            let isSigned = peek() == ASCII.plus || peek() == ASCII.dash
            if let digit = peek(isSigned ? 2 : 1), ASCII.isDigit(digit) {
                skip(isSigned ? 3 : 2)
                skip(while: isPart)
            }
        }
        let hasLetter = bytes[start..<index].reversed().prefix(while: ASCII.continuesWord).contains(
            where: ASCII.startsWord)
        if hasLetter || byte.map(ASCII.startsWord) ?? false { skip(while: ASCII.continuesWord) }
        return .number
    }

    /// An operator ends where a comment begins, and at a `+` or `-` unless it holds a sign that no operator of
    /// standard SQL has.
    private mutating func takeOperator() -> SQLToken.Kind {
        let start = index
        skip(1)
        while let byte, Self.isOperator(byte) {
            if byte == ASCII.dash, peek() == ASCII.dash { break }
            if byte == ASCII.slash, peek() == ASCII.star { break }
            skip(1)
        }
        if !bytes[start..<index].contains(where: Self.isOwnOperator) {
            while index - start > 1, bytes[index - 1] == ASCII.plus || bytes[index - 1] == ASCII.dash { index -= 1 }
        }
        return .symbol
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.plus, ASCII.dash, ASCII.star, ASCII.slash, ASCII.equals, UInt8(ascii: "<"), UInt8(ascii: ">"): true
        default: isOwnOperator(byte)
        }
    }

    /// Signs that make an operator PostgreSQL's own.
    private static func isOwnOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "^"),
            ASCII.ampersand, UInt8(ascii: "|"), ASCII.backtick, UInt8(ascii: "?"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
