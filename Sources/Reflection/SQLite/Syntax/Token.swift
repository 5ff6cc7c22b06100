import AutogenSQLText

/// One token of SQLite's SQL.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A key word or a bare name.
        case word
        /// A name in `"`, `` ` `` or `[`; the first is a string where no such name exists.
        case quoted
        case string
        case blob
        case number
        case parameter
        /// An operator or a piece of punctuation.
        case symbol
    }

    let kind: Kind
    /// As written, quotes included.
    let text: String
    /// Where it stands, in bytes of the UTF-8 text.
    let range: Range<Int>

    /// A word in capitals, or a symbol; empty for anything that can't be a key word.
    var keyword: String {
        switch kind {
        case .word: text.uppercased()
        case .symbol: text
        case .quoted, .string, .blob, .number, .parameter: ""
        }
    }

    /// The token as a name: without its quotes.
    var name: String {
        switch kind {
        case .quoted, .string: Self.unquoted(text)
        case .word, .blob, .number, .parameter, .symbol: text
        }
    }

    private static func unquoted(_ text: String) -> String {
        guard text.utf8.count >= 2, let quote = text.first else { return text }
        let inner = String(text.dropFirst().dropLast())
        return quote == "[" ? inner : inner.replacing("\(quote)\(quote)", with: String(quote))
    }
}

extension Token {
    /// The tokens of a text; spaces and comments fall away.
    static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .sqlite)
        var tokens: [Token] = []
        while let token = lexer.next() {
            guard let kind = Kind(token.kind) else { continue }
            tokens.append(
                Token(kind: kind, text: String(decoding: bytes[token.range], as: UTF8.self), range: token.range))
        }
        return tokens
    }
}

extension Token.Kind {
    /// `nil` for a comment.
    fileprivate init?(_ kind: SQLToken.Kind) {
        switch kind {
        case .word: self = .word
        case .quotedName: self = .quoted
        case .string, .dollarString: self = .string
        case .bits: self = .blob
        case .number: self = .number
        case .parameter: self = .parameter
        case .symbol, .opening, .closing, .semicolon: self = .symbol
        case .lineComment, .blockComment: return nil
        }
    }
}
