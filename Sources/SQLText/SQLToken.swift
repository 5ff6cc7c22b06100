/// A token of SQL text: what it is and where it stands, in bytes.
package struct SQLToken: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A key word or a bare name.
        case word
        /// `"name"`, `U&"name"`; SQLite's `` `name` `` and `[name]`.
        case quotedName
        /// `'text'`, `E'text'`, `U&'text'`, `N'text'`, with what PostgreSQL reads as its continuation on later lines.
        case string
        /// `$$text$$`, `$tag$text$tag$`.
        case dollarString
        /// `B'01'`, `X'0F'`.
        case bits
        case number
        /// `$1`; SQLite's `?1`, `:name`, `@name`, `$name`.
        case parameter
        /// An operator or a piece of punctuation, also what no rule knows.
        case symbol
        case opening, closing
        case semicolon
        /// From `--` up to the end of the line, and without it.
        case lineComment
        case blockComment
    }

    package let range: Range<Int>
    package let kind: Kind
    /// False where the text ends before the string, name or comment does.
    package var isClosed = true

    package var isComment: Bool { kind == .lineComment || kind == .blockComment }
}

extension SQLToken {
    /// Whether the token is this bare word, which is given in small letters; only ASCII letters have a case.
    package func isWord(_ word: StaticString, in bytes: [UInt8]) -> Bool {
        guard kind == .word, range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            var index = range.lowerBound
            for letter in letters {
                let byte = bytes[index]
                guard byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter else { return false }
                index += 1
            }
            return true
        }
    }

    /// A bare word in capitals; empty for any other token.
    package func keyword(in bytes: [UInt8]) -> String {
        guard kind == .word else { return "" }
        return String(unsafeUninitializedCapacity: range.count) { text in
            for (place, byte) in bytes[range].enumerated() {
                text[place] = (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
            }
            return range.count
        }
    }
}
