/// The bytes that scanners look for.
enum ASCII {
    static let quote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backtick = UInt8(ascii: "`")
    static let backslash = UInt8(ascii: "\\")
    static let dollar = UInt8(ascii: "$")
    static let semicolon = UInt8(ascii: ";")
    static let colon = UInt8(ascii: ":")
    static let dash = UInt8(ascii: "-")
    static let slash = UInt8(ascii: "/")
    static let star = UInt8(ascii: "*")
    static let dot = UInt8(ascii: ".")
    static let ampersand = UInt8(ascii: "&")
    static let newline = UInt8(ascii: "\n")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A letter, an underscore, or any byte of a character beyond ASCII.
    static func startsName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x5F || (0x61...0x7A).contains(byte | 0x20)
    }

    /// What may follow in a name; PostgreSQL and SQLite both allow the dollar sign.
    static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) || byte == dollar }
}
