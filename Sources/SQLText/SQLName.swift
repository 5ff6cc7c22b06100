/// Names and strings as the database reads them.
enum SQLName {
    /// `nil` for a token that can't be a name. SQLite takes a string for a name, too.
    static func decoded(_ token: SQLToken, in source: [UInt8], _ syntax: SQLSyntax) -> String? {
        let bytes = source[token.range]
        switch token.kind {
        case .word:
            return String(decoding: syntax.lowersBareNames ? bytes.map(lowercased) : Array(bytes), as: UTF8.self)
        case .quotedName: return unquoted(bytes)
        case .string: return syntax.takesStringsForNames ? unquoted(bytes) : nil
        case .dollarString, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment,
            .blockComment:
            return nil
        }
    }

    /// The text between the quotes, a doubled one made single; a prefix such as `U&` is left out.
    static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        let quotes: [UInt8] = [ASCII.quote, ASCII.doubleQuote, ASCII.backtick, ASCII.openingBracket]
        guard let start = bytes.firstIndex(where: quotes.contains) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let open = bytes[start]
        let close = open == ASCII.openingBracket ? ASCII.closingBracket : open
        var result: [UInt8] = []
        var index = start + 1
        while index < bytes.endIndex {
            if bytes[index] == close {
                guard open == close, index + 1 < bytes.endIndex, bytes[index + 1] == close else { break }
                index += 1
            }
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// The escapes of `U&"d\0061t\+000061"`
/// (<https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-UESCAPE>).
package enum UnicodeEscapes {
    /// What is no escape stays as it is: the server refuses it.
    package static func decoded(_ text: String, escape: Character) -> String {
        var units: [UInt16] = []
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == escape else {
                units += Array(String(character).utf16)
                continue
            }
            if rest.first == escape {
                rest.removeFirst()
                units += Array(String(escape).utf16)
                continue
            }
            let isLong = rest.first == "+"
            let digits = (isLong ? rest.dropFirst() : rest).prefix(isLong ? 6 : 4)
            guard digits.count == (isLong ? 6 : 4), let value = UInt32(digits, radix: 16) else {
                units += Array(String(character).utf16)
                continue
            }
            rest = rest[digits.endIndex...]
            if let unit = UInt16(exactly: value) {
                units.append(unit)
            } else if let scalar = Unicode.Scalar(value) {
                units += Array(String(Character(scalar)).utf16)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}

extension SQLToken {
    /// The text of a string or a quoted name, a doubled quote made single; that of a dollar-quoted string; else the token.
    ///
    /// Escapes of `E''` and `U&''` stay as they are written.
    package func value(in source: [UInt8]) -> String {
        switch kind {
        case .string, .quotedName, .bits: return SQLName.unquoted(source[range])
        case .dollarString:
            let text = source[range]
            guard let end = text.dropFirst().firstIndex(of: ASCII.dollar) else { return "" }
            let tag = end + 1 - text.startIndex
            return String(decoding: text.dropFirst(tag).dropLast(isClosed ? tag : 0), as: UTF8.self)
        case .word, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment, .blockComment:
            return String(decoding: source[range], as: UTF8.self)
        }
    }
}
