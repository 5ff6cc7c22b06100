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
    /// The token as a name: without its quotes.
    let name: String
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
}

extension Token {
    /// A name that stands nowhere.
    init(quoted name: String) {
        self.init(kind: .quoted, text: CanonicalText.alwaysQuoted(name), name: name, range: 0..<0)
    }

    /// The tokens of a text; spaces and comments fall away.
    static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .sqlite)
        var tokens: [Token] = []
        while let token = lexer.next() {
            guard let kind = Kind(token.kind) else { continue }
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            let name = kind == .quoted || kind == .string ? token.value(in: bytes) : text
            tokens.append(Token(kind: kind, text: text, name: name, range: token.range))
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
