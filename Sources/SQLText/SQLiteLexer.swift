/// SQLite's tokens, by the rules of its `tokenize.c` (<https://www.sqlite.org/lang.html>).
extension ByteCursor {
    mutating func skipSQLiteSpace() {
        while let first = byte {
            if first == 0xEF, peek() == 0xBB, peek(2) == 0xBF {
                skip(3)
            } else if ASCII.isSpace(first) {
                // A vertical tab is space only behind other space.
                if first == 11, index == 0 || !ASCII.isSpace(bytes[index - 1]) { return }
                skip(1)
            } else {
                return
            }
        }
    }

    mutating func takeSQLiteToken(_ first: UInt8, _ isClosed: inout Bool) -> SQLToken.Kind {
        switch first {
        case ASCII.quote:
            isClosed = skipQuoted(first)
            return .string
        case ASCII.doubleQuote, ASCII.backtick:
            isClosed = skipQuoted(first)
            return .quotedName
        case ASCII.openingBracket:
            isClosed = skipQuoted(ASCII.closingBracket, isDoubled: false)
            return .quotedName
        case ASCII.dash where peek() == ASCII.dash:
            skip { $0 != ASCII.newline }
            return .lineComment
        case ASCII.slash where peek() == ASCII.star && peek(2) != nil:
            isClosed = skipBlockComment(isNested: false)
            return .blockComment
        case UInt8(ascii: "x") where peek() == ASCII.quote, UInt8(ascii: "X") where peek() == ASCII.quote:
            skip(1)
            // A quote can't be doubled here.
            isClosed = skipQuoted(ASCII.quote, isDoubled: false)
            return .bits
        case ASCII.semicolon: return single(.semicolon)
        case ASCII.opening: return single(.opening)
        case ASCII.closing: return single(.closing)
        case ASCII.dot:
            if let next = peek(), ASCII.isDigit(next) { return takeSQLiteNumber() }
            return single(.symbol)
        case UInt8(ascii: "?"):
            skip(1)
            skip(while: ASCII.isDigit)
            return .parameter
        case ASCII.colon, UInt8(ascii: "@"), ASCII.dollar, UInt8(ascii: "#"):
            takeSQLiteParameter()
            return .parameter
        case _ where ASCII.isDigit(first): return takeSQLiteNumber()
        case _ where ASCII.startsWord(first):
            skip(while: ASCII.continuesWord)
            return .word
        default: return takeSQLiteSymbol(first)
        }
    }

    /// `$name`, and as Tcl has it, `$space::name(index)`.
    private mutating func takeSQLiteParameter() {
        skip(1)
        var hasName = false
        while let next = byte {
            if ASCII.continuesWord(next) {
                hasName = true
                skip(1)
            } else if next == ASCII.opening, hasName {
                skip { $0 != ASCII.closing && !ASCII.isSpace($0) }
                if byte == ASCII.closing { skip(1) }
                return
            } else if next == ASCII.colon, peek() == ASCII.colon {
                skip(2)
            } else {
                return
            }
        }
    }

    /// Letters that follow a decimal number directly belong to it: SQLite refuses `1abc` as a whole.
    private mutating func takeSQLiteNumber() -> SQLToken.Kind {
        if byte == UInt8(ascii: "0"), let x = peek(), x | 0x20 == UInt8(ascii: "x"), let hex = peek(2),
            ASCII.isHex(hex)
        {
            skip(2)
            skip(while: ASCII.isHex)
            return .number
        }
        skip(while: ASCII.isDigit)
        if byte == ASCII.dot {
            skip(1)
            skip(while: ASCII.isDigit)
        }
        if let mark = byte, mark | 0x20 == UInt8(ascii: "e") {
            let isSigned = peek() == ASCII.plus || peek() == ASCII.dash
            if let digit = peek(isSigned ? 2 : 1), ASCII.isDigit(digit) { skip(isSigned ? 3 : 2) }
        }
        skip(while: ASCII.continuesWord)
        return .number
    }

    private mutating func takeSQLiteSymbol(_ first: UInt8) -> SQLToken.Kind {
        let greater = UInt8(ascii: ">")
        switch (first, peek()) {
        case (ASCII.dash, greater): skip(peek(2) == greater ? 3 : 2)
        case (UInt8(ascii: "|"), UInt8(ascii: "|")), (UInt8(ascii: "<"), UInt8(ascii: "<")),
            (UInt8(ascii: "<"), ASCII.equals), (UInt8(ascii: "<"), greater), (greater, greater),
            (greater, ASCII.equals), (ASCII.equals, ASCII.equals), (UInt8(ascii: "!"), ASCII.equals):
            skip(2)
        default: skip(1)
        }
        return .symbol
    }
}
