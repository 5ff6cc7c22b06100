/// Whose lexical rules a text follows.
package enum SQLSyntax: Sendable, Hashable, CaseIterable {
    /// <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>, `standard_conforming_strings` on.
    case postgresql
    /// <https://www.sqlite.org/lang.html>, `tokenize.c`.
    case sqlite

    /// What fits the syntax; another syntax is another parameter, so that the compiler names all that it must answer.
    private func choose<Value>(postgresql: Value, sqlite: Value) -> Value {
        switch self {
        case .postgresql: postgresql
        case .sqlite: sqlite
        }
    }
}

/// What its names mean, for whoever compares them.
extension SQLSyntax {
    /// Whether names that differ by no more than the case of their ASCII letters are one name.
    package var ignoresCase: Bool { choose(postgresql: false, sqlite: true) }

    /// Whether a setting tells in which schemas a name without one is looked for.
    package var hasSearchPath: Bool { choose(postgresql: true, sqlite: false) }

    /// The schema of a name that is written without one, where that goes without saying.
    package var impliedSchema: String? { choose(postgresql: nil, sqlite: "main") }

    /// The schema of a temporary table.
    package var temporarySchema: String { choose(postgresql: "pg_temp", sqlite: "temp") }
}

/// How it is written.
extension SQLSyntax {
    /// Whether a string may stand where a name is wanted, so that quotes of either kind may mean either.
    package var takesStringsForNames: Bool { choose(postgresql: false, sqlite: true) }

    /// Whether a trigger holds statements of its own; else it calls a function.
    package var triggersHoldStatements: Bool { choose(postgresql: false, sqlite: true) }

    /// Whether a name that is not quoted is written in small letters where it is kept.
    var lowersBareNames: Bool { choose(postgresql: true, sqlite: false) }

    /// Whether a name may be written as `U&"d\0061t"`.
    var hasUnicodeNames: Bool { choose(postgresql: true, sqlite: false) }

    /// Whether the end of the text ends a comment, too.
    var endsOpenComments: Bool { choose(postgresql: false, sqlite: true) }

    /// Whether rows may follow a statement as they are, up to a line of their own: `COPY ... FROM stdin`.
    var hasInlineRows: Bool { choose(postgresql: true, sqlite: false) }
}
