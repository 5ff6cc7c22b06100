/// Reads tokens from left to right, word by word and name by name; comments are passed over.
package struct SQLReader {
    private let source: [UInt8]
    package let syntax: SQLSyntax
    /// What is still to be read.
    package private(set) var rest: ArraySlice<SQLToken>

    init(_ source: [UInt8], _ syntax: SQLSyntax, _ tokens: ArraySlice<SQLToken>) {
        self.source = source
        self.syntax = syntax
        rest = tokens
    }

    package init(_ text: String, _ syntax: SQLSyntax) {
        source = Array(text.utf8)
        self.syntax = syntax
        var lexer = SQLLexer(source, syntax)
        var tokens: [SQLToken] = []
        while let token = lexer.next() { if !token.isComment { tokens.append(token) } }
        rest = tokens[...]
    }

    package var isAtEnd: Bool { rest.isEmpty }

    /// The token that comes next.
    package var peek: SQLToken? { rest.first }

    package mutating func next() -> SQLToken? { rest.popFirst() }

    package func text(of token: SQLToken) -> String { String(decoding: source[token.range], as: UTF8.self) }

    /// The text of a string, without its quotes.
    package func value(of token: SQLToken) -> String { token.value(in: source) }

    /// The text of neighbouring tokens, with what stands between them.
    package func text(of tokens: ArraySlice<SQLToken>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return String(decoding: source[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }

    /// Reads on to the first token outside of parentheses that `isEnd` is true of, given a reader that stands at it; the
    /// tokens before that.
    package mutating func tokens(upTo isEnd: (SQLReader) -> Bool) -> ArraySlice<SQLToken> {
        let start = rest
        var brackets = 0
        while !isAtEnd, brackets > 0 || !isEnd(self) {
            if parenthesis() != nil { continue }
            brackets = max(0, brackets + bracketStep)
            _ = next()
        }
        return start[start.startIndex..<rest.startIndex]
    }

    /// How much deeper the next token goes into brackets, as those of `ARRAY[1, 2]`.
    package var bracketStep: Int {
        guard let token = rest.first, token.kind == .symbol else { return 0 }
        return source[token.range].reduce(0) { depth, byte in
            depth + (byte == UInt8(ascii: "[") ? 1 : byte == UInt8(ascii: "]") ? -1 : 0)
        }
    }

    /// The next token in capitals when it is a bare word, else an empty text.
    package var keyword: String {
        rest.first?.keyword(in: source) ?? ""
    }

    /// The next bare word in capitals; where something else comes, nothing is read and the text is empty.
    package mutating func word() -> String {
        let word = keyword
        if !word.isEmpty { rest.removeFirst() }
        return word
    }

    /// Moves on when these words, given in capitals, come next.
    @discardableResult
    package mutating func skip(_ words: String...) -> Bool { skip(words) }

    mutating func skip(_ words: [String]) -> Bool {
        guard isAt(words) else { return false }
        rest = rest.dropFirst(words.count)
        return true
    }

    /// Moves on when this symbol comes next: one of `( ) ; .` or an operator.
    @discardableResult
    package mutating func skip(symbol: String) -> Bool {
        guard isAt(symbol: symbol) else { return false }
        rest.removeFirst()
        return true
    }

    package func isAt(_ words: String...) -> Bool { isAt(words) }

    package func isAt(_ words: [String]) -> Bool {
        rest.count >= words.count && zip(rest, words).allSatisfy { isWord($0, $1) }
    }

    package func isAt(symbol: String) -> Bool {
        guard let token = rest.first else { return false }
        switch token.kind {
        case .symbol, .opening, .closing, .semicolon: return source[token.range].elementsEqual(symbol.utf8)
        case .word, .quotedName, .string, .dollarString, .bits, .number, .parameter, .lineComment, .blockComment:
            return false
        }
    }

    /// Moves behind the first such word outside of parentheses; false, and nothing is read, when there is none.
    package mutating func skip(behind word: String) -> Bool {
        var depth = 0
        for index in rest.indices {
            if rest[index].kind == .opening { depth += 1 }
            if rest[index].kind == .closing { depth -= 1 }
            guard depth == 0, isWord(rest[index], word) else { continue }
            rest = rest[(index + 1)...]
            return true
        }
        return false
    }

    /// Moves behind the parenthesis that opens here, and returns the tokens in it; `nil` when none does.
    package mutating func parenthesis() -> ArraySlice<SQLToken>? {
        guard rest.first?.kind == .opening else { return nil }
        var depth = 0
        for index in rest.indices {
            if rest[index].kind == .opening { depth += 1 }
            if rest[index].kind == .closing { depth -= 1 }
            guard depth == 0 else { continue }
            let inner = rest[(rest.startIndex + 1)..<index]
            rest = rest[(index + 1)...]
            return inner
        }
        return nil
    }

    /// A name, qualified or not, as the database reads it: without quotes, and on PostgreSQL in small letters where it
    /// is bare. `nil`, and nothing is read, where no name comes next.
    package mutating func name() -> [String]? {
        var look = self
        guard let first = look.part() else { return nil }
        var path = [first]
        while look.skip(symbol: ".") {
            guard let part = look.part() else { return nil }
            path.append(part)
        }
        self = look
        return path
    }

    /// A token that can be a name, as the database reads it; `nil` for any other.
    package func name(of token: SQLToken) -> String? { SQLName.decoded(token, in: source, syntax) }

    private mutating func part() -> String? {
        guard let token = rest.first, let name = SQLName.decoded(token, in: source, syntax) else { return nil }
        rest.removeFirst()
        // The character that stands for the backslash may be told behind the name.
        let isUnicode = source[token.range].first.map { $0 | 0x20 == UInt8(ascii: "u") } ?? false
        guard syntax.hasUnicodeNames, token.kind == .quotedName, isUnicode else { return name }
        guard isAt("UESCAPE"), let mark = rest.dropFirst().first, mark.kind == .string else {
            return UnicodeEscapes.decoded(name, escape: "\\")
        }
        rest = rest.dropFirst(2)
        return UnicodeEscapes.decoded(name, escape: SQLName.unquoted(source[mark.range]).first ?? "\\")
    }

    private func isWord(_ token: SQLToken, _ word: String) -> Bool {
        guard token.kind == .word, token.range.count == word.utf8.count else { return false }
        return zip(source[token.range], word.utf8).allSatisfy { byte, letter in
            byte == letter || (0x61...0x7A).contains(byte) && byte & 0xDF == letter
        }
    }
}
