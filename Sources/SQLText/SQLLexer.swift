/// Cuts SQL text into tokens; every byte belongs to one token or is space between two.
///
/// ```swift
/// var lexer = SQLLexer(Array("SELECT 'a;b'; -- c".utf8), .postgresql)
/// while let token = lexer.next() { ... }  // word, string, semicolon, lineComment
/// ```
package struct SQLLexer {
    package let syntax: SQLSyntax
    private var cursor: ByteCursor

    /// - Parameter start: where to begin, in bytes; nothing may be open there.
    package init(_ bytes: [UInt8], _ syntax: SQLSyntax, from start: Int = 0) {
        self.syntax = syntax
        cursor = ByteCursor(bytes, at: start)
    }

    /// Where the next token is looked for.
    package var offset: Int { cursor.index }

    /// The next token, comments among them; `nil` at the end of the text.
    package mutating func next() -> SQLToken? {
        switch syntax {
        case .postgresql: cursor.skip(while: ASCII.isSpace)
        case .sqlite: cursor.skipSQLiteSpace()
        }
        let start = cursor.index
        guard let first = cursor.byte else { return nil }
        var isClosed = true
        let kind: SQLToken.Kind
        switch syntax {
        case .postgresql: kind = cursor.takePostgresToken(first, &isClosed)
        case .sqlite: kind = cursor.takeSQLiteToken(first, &isClosed)
        }
        return SQLToken(range: start..<cursor.index, kind: kind, isClosed: isClosed)
    }

    /// Goes on reading elsewhere.
    mutating func move(to offset: Int) { cursor = ByteCursor(cursor.bytes, at: offset) }
}
