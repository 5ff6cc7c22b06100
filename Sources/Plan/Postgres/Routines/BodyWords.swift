import AutogenSQLText
import AutogenSchema

/// The words in the body of a function that is a text.
enum BodyWords {
    /// None of a body that the server has read, and keeps right by itself.
    static func all(of function: Function) -> Set<String> {
        guard !function.hasParsedBody.value else { return [] }
        // `pg_get_functiondef` writes the body last.
        let source = Array(function.definition.utf8)
        var reader = SQLReader(function.definition, .postgresql)
        var body: SQLToken?
        while let token = reader.next() { if token.kind == .dollarString { body = token } }
        return body.map { words(of: $0.value(in: source)) } ?? []
    }

    /// All names in a text, also in the strings of it, which it may put together to statements.
    private static func words(of text: String) -> Set<String> {
        let source = Array(text.utf8)
        var words: Set<String> = []
        var reader = SQLReader(text, .postgresql)
        while let token = reader.next() {
            switch token.kind {
            case .word: if let name = reader.name(of: token) { words.insert(name) }
            case .quotedName, .string, .dollarString:
                // Other languages have strings in double quotes.
                let inner = token.value(in: source)
                words.insert(inner)
                if inner.utf8.count < source.count { words.formUnion(Self.words(of: inner)) }
            case .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment, .blockComment: break
            }
        }
        return words
    }
}
