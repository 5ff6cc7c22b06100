/// A place in SQL text, and the moves that the lexers of both databases make.
struct ByteCursor {
    let bytes: [UInt8]
    var index: Int

    init(_ bytes: [UInt8], at index: Int) {
        self.bytes = bytes
        self.index = min(max(index, 0), bytes.count)
    }

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ distance: Int = 1) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

    mutating func skip(_ count: Int) { index = min(index + count, bytes.count) }

    mutating func skip(while condition: (UInt8) -> Bool) {
        while index < bytes.count, condition(bytes[index]) { index += 1 }
    }

    /// Moves behind quoted text whose opening byte is at the cursor; false when the text ends before it does.
    mutating func skipQuoted(_ quote: UInt8, isDoubled: Bool = true, hasEscapes: Bool = false) -> Bool {
        skip(1)
        while index < bytes.count {
            let byte = bytes[index]
            if hasEscapes, byte == ASCII.backslash {
                skip(2)
            } else if byte != quote {
                index += 1
            } else if isDoubled, peek() == quote {
                index += 2
            } else {
                index += 1
                return true
            }
        }
        return false
    }

    /// Moves behind a block comment; false when the text ends before it does.
    mutating func skipBlockComment(isNested: Bool) -> Bool {
        skip(2)
        var depth = 1
        while index < bytes.count {
            if bytes[index] == ASCII.star, peek() == ASCII.slash {
                index += 2
                depth -= 1
                if depth == 0 { return true }
            } else if isNested, bytes[index] == ASCII.slash, peek() == ASCII.star {
                index += 2
                depth += 1
            } else {
                index += 1
            }
        }
        return false
    }
}

/// The bytes that the lexers look for.
enum ASCII {
    static let quote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backtick = UInt8(ascii: "`")
    static let backslash = UInt8(ascii: "\\")
    static let dollar = UInt8(ascii: "$")
    static let semicolon = UInt8(ascii: ";")
    static let colon = UInt8(ascii: ":")
    static let dash = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let slash = UInt8(ascii: "/")
    static let star = UInt8(ascii: "*")
    static let dot = UInt8(ascii: ".")
    static let equals = UInt8(ascii: "=")
    static let ampersand = UInt8(ascii: "&")
    static let underscore = UInt8(ascii: "_")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let opening = UInt8(ascii: "(")
    static let closing = UInt8(ascii: ")")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }

    /// A letter, an underscore, or any byte of a character beyond ASCII.
    static func startsWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == underscore
    }

    static func continuesWord(_ byte: UInt8) -> Bool { startsWord(byte) || isDigit(byte) || byte == dollar }
}
