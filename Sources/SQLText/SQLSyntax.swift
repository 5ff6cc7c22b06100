/// Whose lexical rules a text follows.
public enum SQLSyntax: Sendable, Hashable, CaseIterable {
    /// <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>, `standard_conforming_strings` on.
    case postgresql
    /// <https://www.sqlite.org/lang.html>, `tokenize.c`.
    case sqlite
}
