import AutogenSQLText

/// One of the first words of a statement: a key word or a name, with the place where it stands.
struct StatementWord: Sendable, Hashable {
    /// Without its quotes.
    let text: String
    let isQuoted: Bool
    let range: Range<Int>

    /// In capitals, to compare with a key word; empty for a quoted name, which is none.
    var keyword: String { isQuoted ? "" : text.uppercased() }

    /// The name it means on PostgreSQL, which folds what is not quoted to small letters.
    var foldedName: String { isQuoted ? text : text.lowercased() }
}

extension StatementWord {
    /// `nil` for a token that is neither a bare word nor a quoted name; a string is a name where the syntax takes it for one.
    init?(_ token: SQLToken, in sql: SQLStatement) {
        let isName = token.kind == .quotedName || token.kind == .string && sql.syntax.takesStringsForNames
        guard isName || token.kind == .word else { return nil }
        self.init(text: token.value(in: sql.source), isQuoted: isName, range: token.range)
    }
}
