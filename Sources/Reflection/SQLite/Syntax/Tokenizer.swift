/// Splits SQL into tokens by SQLite's own rules; spaces and comments fall away.
///
/// The rules are those of `tokenize.c` as described in <https://www.sqlite.org/lang.html>: a quoted text ends at its
/// quote unless that is doubled, a block comment that is never closed ends with the text, every byte of a character
/// outside ASCII is part of a word.
struct Tokenizer {
    private let bytes: [UInt8]
    private var index = 0

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(bytes: Array(text.utf8))
        var tokens: [Token] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

    private mutating func next() -> Token? {
        skipSpace()
        guard let first = byte() else { return nil }
        let start = index
        let kind = read(first)
        let range = start..<min(index, bytes.count)
        return Token(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range)
    }

    private mutating func skipSpace() {
        while let first = byte() {
            if first == UInt8(ascii: " ") || (9...13).contains(first) {
                // A vertical tab is space only behind other space.
                if first == 11, !isAfterSpace { return }
                index += 1
            } else if first == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
                while let next = byte(), next != UInt8(ascii: "\n") { index += 1 }
            } else if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*"), byte(2) != nil {
                index += 2
                while let next = byte(), !(next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { index += 1 }
                index = min(index + 2, bytes.count)
            } else if first == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF {
                index += 3
            } else {
                return
            }
        }
    }

    private var isAfterSpace: Bool {
        index > 0 && (bytes[index - 1] == UInt8(ascii: " ") || (9...13).contains(bytes[index - 1]))
    }

    private mutating func read(_ first: UInt8) -> Token.Kind {
        switch first {
        case UInt8(ascii: "'"):
            skipQuoted(first)
            return .string
        case UInt8(ascii: "\""), UInt8(ascii: "`"):
            skipQuoted(first)
            return .quoted
        case UInt8(ascii: "["):
            while let next = byte(), next != UInt8(ascii: "]") { index += 1 }
            index += 1
            return .quoted
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            guard byte(1) == UInt8(ascii: "'") else { return word() }
            // A quote can't be doubled here.
            index += 2
            while let next = byte(), next != UInt8(ascii: "'") { index += 1 }
            index += 1
            return .blob
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number()
        case UInt8(ascii: "."):
            if let next = byte(1), Self.isDigit(next) { return number() }
            index += 1
            return .symbol
        case UInt8(ascii: "?"):
            index += 1
            skipDigits()
            return .parameter
        case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "#"):
            skipParameter()
            return .parameter
        default:
            return Self.isWord(first) ? word() : symbol(first)
        }
    }

    private mutating func skipQuoted(_ quote: UInt8) {
        index += 1
        while let next = byte() {
            index += 1
            guard next == quote else { continue }
            if byte() == quote { index += 1 } else { return }
        }
    }

    private mutating func word() -> Token.Kind {
        skipWord()
        return .word
    }

    private mutating func skipWord() { while let next = byte(), Self.isWord(next) { index += 1 } }

    /// `$name`, and as Tcl has it, `$space::name(index)`.
    private mutating func skipParameter() {
        index += 1
        var letters = 0
        while let next = byte() {
            if Self.isWord(next) {
                letters += 1
                index += 1
            } else if next == UInt8(ascii: "("), letters > 0 {
                while let inner = byte(), inner != UInt8(ascii: ")"), inner != UInt8(ascii: " "),
                    !(9...13).contains(inner)
                {
                    index += 1
                }
                if byte() == UInt8(ascii: ")") { index += 1 }
                return
            } else if next == UInt8(ascii: ":"), byte(1) == UInt8(ascii: ":") {
                index += 2
            } else {
                return
            }
        }
    }

    private mutating func skipDigits() { while let next = byte(), Self.isDigit(next) { index += 1 } }

    /// Letters that follow a decimal number directly belong to it: SQLite refuses `1abc` as a whole.
    private mutating func number() -> Token.Kind {
        if byte() == UInt8(ascii: "0"), let x = byte(1), x | 0x20 == UInt8(ascii: "x"), let hex = byte(2),
            Self.isHex(hex)
        {
            index += 2
            while let next = byte(), Self.isHex(next) { index += 1 }
            return .number
        }
        skipDigits()
        if byte() == UInt8(ascii: ".") {
            index += 1
            skipDigits()
        }
        if let exponent = byte(), exponent | 0x20 == UInt8(ascii: "e"), let next = byte(1) {
            let isSigned = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
            if let digit = isSigned ? byte(2) : next, Self.isDigit(digit) {
                index += 2
                skipDigits()
            }
        }
        skipWord()
        return .number
    }

    private mutating func symbol(_ first: UInt8) -> Token.Kind {
        let second = byte(1).map { String(decoding: [first, $0], as: UTF8.self) } ?? ""
        if second == "->", byte(2) == UInt8(ascii: ">") {
            index += 3
        } else if Self.pairs.contains(second) {
            index += 2
        } else {
            index += 1
        }
        return .symbol
    }

    private static let pairs: Set<String> = ["||", "<<", ">>", "<=", ">=", "<>", "==", "!=", "->"]

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
