/// Walks over the tokens of a script and knows whether a statement is open.
///
/// A semicolon that ends a statement is its last token; one that stands alone is none.
package struct SQLScanner {
    private enum Boundary {
        case postgresql(PostgresBoundary)
        case sqlite(SQLiteBoundary)
    }

    private let bytes: [UInt8]
    private var lexer: SQLLexer
    private var boundary: Boundary
    /// Whether the statement of the last token goes on.
    package private(set) var isInStatement = false

    package init(_ bytes: [UInt8], _ syntax: SQLSyntax) {
        self.bytes = bytes
        lexer = SQLLexer(bytes, syntax)
        boundary = Self.boundary(syntax)
    }

    /// The next token, comments among them.
    package mutating func next() -> SQLToken? {
        guard let token = lexer.next() else { return nil }
        see(token)
        return token
    }

    /// The next token, which ``see(_:)`` is to be told of unless it is passed over.
    mutating func peek() -> SQLToken? { lexer.next() }

    mutating func see(_ token: SQLToken) {
        guard !token.isComment, isInStatement || token.kind != .semicolon else { return }
        isInStatement = true
        let isEnd =
            switch boundary {
            case .postgresql(var state): see(token, &state)
            case .sqlite(var state): see(token, &state)
            }
        if isEnd { endStatement() }
    }

    private mutating func see(_ token: SQLToken, _ state: inout PostgresBoundary) -> Bool {
        defer { boundary = .postgresql(state) }
        return state.isEnd(token, in: bytes)
    }

    private mutating func see(_ token: SQLToken, _ state: inout SQLiteBoundary) -> Bool {
        defer { boundary = .sqlite(state) }
        return state.isEnd(token, in: bytes)
    }

    mutating func endStatement() {
        isInStatement = false
        boundary = Self.boundary(lexer.syntax)
    }

    mutating func move(to offset: Int) { lexer.move(to: offset) }

    private static func boundary(_ syntax: SQLSyntax) -> Boundary {
        switch syntax {
        case .postgresql: .postgresql(PostgresBoundary())
        case .sqlite: .sqlite(SQLiteBoundary())
        }
    }
}
