import AutogenSQLText
import Foundation

/// Random texts made of what the lexers must tell apart; the same for the same seed.
///
/// `AUTOGEN_TEXTS` says how many, `AUTOGEN_SEED` the seed of the first.
enum Fuzz {
    static let count = setting("AUTOGEN_TEXTS", 3000)
    static let seed = setting("AUTOGEN_SEED", 1)

    private static func setting(_ name: String, _ usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
    }

    static func text(_ seed: UInt64, _ syntax: SQLSyntax) -> String {
        var numbers = Numbers(state: seed)
        let pieces = common + (syntax == .sqlite ? sqlite : postgres)
        return (0...Int.random(in: 0...30, using: &numbers)).compactMap { _ in
            pieces.randomElement(using: &numbers).map { $0 + (Bool.random(using: &numbers) ? " " : "") }
        }.joined()
    }

    private static let common = [
        "'", "''", "\"", "'a;b'", "\"c;d\"", "--", "-- n;\n", "/*", "*/", "/**/", "/* ; */", "\n", "\r\n", "\t", ";",
        ";",
        ";\n", "(", ")", "[", "]", "1", ".5", "1e5", "0x1F", "a", "Name_1", "ü", "日本", "\u{1F600}", "+", "-", "*", "/",
        "<",
        "=", "||", "->", ",", "$a ", "$1 ", "SELECT", "x'0F'", "`", "@", "#", "?",
        "~", "!", "%", "^", "&", "{", "\u{7F}",
    ]
    private static let sqlite = [
        "CREATE", "END", "end;", "BEGIN", "CASE", "CREATE TRIGGER t", "CREATE TEMP TRIGGER", "temporary", "trigger",
        "EXPLAIN", "; END", ";end;", "[a;b]", "`c;d`",
        "\u{c}", "x'", ":", "END_", "CREATE TRIGGER t BEGIN SELECT 1; END;",
    ]
    /// `psql` counts each `BEGIN`, `CASE` and `END` of a routine, so that they stand only where they are what they seem.
    private static let postgres = [
        "$$", "$x$", "$x$ ; $$ ' $x$", "E'a\\'b;'", "e'", "U&'", "U&\"a;\"", "b'01'", "n'", "/* a /* b */",
        "a$b$", "1$$", "::", ": ", "..", "=>", "(;", "\u{b}",
        ";CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN ';' END; END",
        ";create or replace procedure p() begin atomic SELECT (1); end;",
    ]
}
