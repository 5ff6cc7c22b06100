import AutogenSchema

/// Reads the beginning of a SQLite statement, word by word and name by name.
struct StatementReader {
    private struct Piece {
        let kind: SQLToken.Kind
        let text: String
        let start: Int
        let end: Int
    }

    private var rest: ArraySlice<Piece>

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes: bytes, dialect: .sqlite)
        var pieces: [Piece] = []
        while let token = lexer.next() {
            guard token.kind != .comment else { continue }
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            pieces.append(
                Piece(kind: token.kind, text: text, start: token.range.lowerBound, end: token.range.upperBound))
        }
        rest = pieces[...]
    }

    /// The next word, in small letters; empty where something else comes.
    mutating func word() -> String {
        guard let piece = rest.first, piece.kind == .word else { return "" }
        rest = rest.dropFirst()
        return piece.text.lowercased()
    }

    /// Moves on when these words come next.
    @discardableResult
    mutating func skip(_ words: String...) -> Bool {
        let next = rest.prefix(words.count)
        guard next.count == words.count, zip(next, words).allSatisfy({ $0.kind == .word && $0.text.lowercased() == $1 })
        else { return false }
        rest = rest.dropFirst(words.count)
        return true
    }

    /// Moves on behind a word and the one that follows it.
    mutating func skip(_ word: String, anyAfter: Bool) {
        if skip(word), anyAfter { _ = self.word() }
    }

    /// Moves on behind the first such word.
    mutating func moveBehind(_ word: String) -> Bool {
        guard let place = rest.firstIndex(where: { $0.kind == .word && $0.text.lowercased() == word }) else {
            return false
        }
        rest = rest[(place + 1)...]
        return true
    }

    /// The next name in small letters, without its schema and quotes; `nil` where it can't be told, or is that of an
    /// attached database.
    mutating func name() -> String? {
        guard let first = part() else { return nil }
        guard rest.first?.text == "." else { return first }
        rest = rest.dropFirst()
        return first == "main" || first == "temp" ? part() : nil
    }

    private mutating func part() -> String? {
        guard let piece = rest.popFirst(), piece.kind == .word || piece.kind == .quoted else { return nil }
        guard piece.kind == .quoted else { return piece.text.lowercased() }
        // A doubled quote makes two pieces of a name.
        if let next = rest.first, next.kind == .quoted, next.start == piece.end { return nil }
        return String(piece.text.dropFirst().dropLast()).lowercased()
    }
}
