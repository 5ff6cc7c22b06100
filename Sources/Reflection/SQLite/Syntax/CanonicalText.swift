import AutogenSchema

/// Writes tokens so that two declarations that mean the same by SQLite's lexical rules have the same text.
///
/// Comments, white space, the quoting of names and the case of key words and functions don't count; strings do,
/// character by character. Redundant parentheses don't, nor which of two spellings an operator has (`==`, `!=`). A name
/// that is known, such as a column's, is written as it was declared.
struct CanonicalText {
    /// Known names by their folded form.
    var names: [String: String] = [:]

    init(names: some Sequence<String> = []) {
        for name in names { self.names[name.folded] = name }
    }

    func text(of tokens: some Sequence<Token>) -> String { text(of: Array(tokens), isExpression: false) }

    private func text(of tokens: [Token], isExpression: Bool) -> String {
        let tokens = Parentheses.withoutRedundant(tokens, isExpression: isExpression)
        var result = ""
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if index > 0, needsSpace(tokens[index - 1], token) { result += " " }
            // Collations have names without regard to case.
            let isCollation = index > 0 && tokens[index - 1].keyword == "COLLATE"
            result += isCollation ? Self.quoted(token.name.uppercased()) : spelling(of: token, next: next)
        }
        return result
    }

    /// The text of an expression, without parentheses around the whole of it.
    func text(ofExpression tokens: some Sequence<Token>) -> String {
        var tokens = Array(tokens)[...]
        while tokens.count > 2, tokens.first?.keyword == "(", Self.end(ofGroupIn: tokens) == tokens.endIndex - 1 {
            tokens = tokens.dropFirst().dropLast()
        }
        return text(of: Array(tokens), isExpression: true)
    }

    /// A known name as it was declared, any other as it stands.
    func name(_ name: String) -> String { names[name.folded] ?? name }

    /// The index of the parenthesis that closes the first one.
    static func end(ofGroupIn tokens: ArraySlice<Token>) -> Int? {
        var depth = 0
        for index in tokens.indices {
            switch tokens[index].keyword {
            case "(": depth += 1
            case ")":
                depth -= 1
                if depth == 0 { return index }
            default: continue
            }
        }
        return nil
    }

    private func spelling(of token: Token, next: Token?) -> String {
        switch token.kind {
        case .word:
            if !SQLiteWords.isReserved(token.text), let known = names[token.text.folded] {
                return Self.quoted(known)
            }
            if SQLiteWords.isKeyword(token.text) { return token.text.uppercased() }
            return next?.keyword == "(" ? token.text.loweringASCII : token.text
        case .quoted:
            return Self.quoted(name(token.name))
        case .number, .blob:
            return token.text.loweringASCII
        case .symbol where token.text == "==": return "="
        case .symbol where token.text == "!=": return "<>"
        case .string, .parameter, .symbol:
            return token.text
        }
    }

    private func needsSpace(_ left: Token, _ right: Token) -> Bool {
        if left.keyword == "(" || left.keyword == "." { return false }
        switch right.keyword {
        case ")", ",", ";": return false
        // "1 ." would become a number of its own.
        case ".": return left.kind == .number
        case "(":
            return left.kind == .symbol || left.kind == .parameter
                || (left.kind == .word && SQLiteWords.isKeyword(left.text))
        default: return true
        }
    }

    /// The name bare where SQLite reads it so.
    static func quoted(_ name: String) -> String {
        let isPlain = name.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
            default: false
            }
        }
        if isPlain, !name.isEmpty, !SQLiteWords.isKeyword(name) { return name }
        return alwaysQuoted(name)
    }

    static func alwaysQuoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
