import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

@testable import AutogenReflection

/// The tokenizer against SQLite's own, by what `sqlite3_prepare` says of random texts.
///
/// `AUTOGEN_TEXTS` says how many, `AUTOGEN_SEED` the seed of the first.
@Suite struct SQLiteTokenizerFuzzTests {
    private static let pieces = [
        "'", "''", "\"", "`", "[", "]", "x'", "X'0a'", "x'0", "0x1F", "0xg", "1", "23.", ".5", "1e5", "2E+3", "7e-",
        "1.2.3",
        "--", "-- note\n", "/*", "*/", "/**/", "/", "*", "\n", " ", "\t", "\u{c}", "\u{b}", "\r\n", ";", "a", "Name_1",
        "e", "$",
        "$a", ":b", "@c", "?1", "#", "$a::b(c)", "ü", "日本", "\u{feff}", "<", ">", "=", "==", "<>", "<<", ">=", "!",
        "!=", "|",
        "||", "->", "->>", "-", "+", "&", "~", "%", ",", "(", ")", ".", "AND", "is", "NOT NULL", "\\", "{", "^",
        "'it''s'",
        "\"a\"\"b\"", "[a b]",
    ]

    private static func setting(_ name: String, _ usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
    }

    /// A linear congruential generator: the same texts from the same seed everywhere.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    /// Where SQLite stops reading a random text, one of our tokens begins, and it is the one that SQLite names.
    @Test func tokensBeginWhereSQLiteSaysTheyDo() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let first = Self.setting("AUTOGEN_SEED", 1)
        var judged = 0
        for seed in first..<first + Self.setting("AUTOGEN_TEXTS", 3000) {
            var numbers = Numbers(state: seed)
            let count = Int.random(in: 1...12, using: &numbers)
            let start = ["SELECT ", "SELECT 1, ", "SELECT 'a' || ", "SELECT 1 FROM (SELECT 2) AS a WHERE "]
            let text =
                (start.randomElement(using: &numbers) ?? "")
                + (1...count).compactMap { _ in Self.pieces.randomElement(using: &numbers) }.joined()
            let error: DatabaseError
            do {
                _ = try await connection.query(SQL(raw: text))
                continue
            } catch let found { error = found }
            guard let place = error.position, let named = Self.token(in: error.message) else { continue }
            judged += 1
            let offset = text.unicodeScalars.prefix(place - 1).reduce(0) { $0 + String($1).utf8.count }
            let tokens = Token.tokens(of: text)
            let token = tokens.first { $0.range.lowerBound == offset }
            let isSame = error.message.hasPrefix("near") ? token?.text == named : token != nil
            #expect(
                isSame, "\(seed): \(text.debugDescription): \(error.message) at \(offset), ours: \(tokens.map(\.text))")
        }
        #expect(judged > 100)
    }

    private static func token(in message: String) -> String? {
        guard message.hasPrefix("near \"") || message.hasPrefix("unrecognized token: \"") else { return nil }
        guard let start = message.firstIndex(of: "\""), let end = message.lastIndex(of: "\""), start < end else {
            return nil
        }
        return String(message[message.index(after: start)..<end])
    }

    /// SQLite names a column after the text of its expression: the tokens between two commas, with what is between them.
    @Test func expressionsAreTheTextOfTheirTokens() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let operands = [
            "1", "2.50", ".5", "1e5", "0x1F", "'it''s'", "x'00'", "\"a;b\"", "`c``d`", "[e f]", "NULL", "'--'", "'/*'",
            "(1)", "abs(-1)",
        ]
        let operators = ["+", "||", "- ", "<>", "=", "==", "IS NOT", "<<", "AND", "*", "/"]
        let gaps = [" ", "\n", "/**/", "/* ' */", "-- \"\n", "\t ", " \u{b}"]
        for seed in UInt64(1)...400 {
            var numbers = Numbers(state: seed)
            func any(_ list: [String]) -> String { list.randomElement(using: &numbers) ?? "" }
            let terms = (0...3).map { _ in
                (0...2).map { _ in any(operands) }.reduce("") {
                    $0.isEmpty ? $1 : $0 + any(gaps) + any(operators) + any(gaps) + $1
                }
            }
            let text = "SELECT" + any(gaps) + terms.joined(separator: "," + any(gaps))
            let statement = text + any(gaps) + "FROM (SELECT 1 AS \"a;b\", 2 AS \"c`d\", 3 AS \"e f\")"
            let rows = try await connection.query(SQL(raw: statement))
            let items = Token.tokens(of: text).dropFirst().splitAtCommas().map { $0.map(\.text) }
            // SQLite's text may end with the comment that follows.
            #expect(rows.columns.map { Token.tokens(of: $0).map(\.text) } == items, "\(statement)")
            let canonical = CanonicalText().text(of: Token.tokens(of: statement))
            let again = try await connection.query(SQL(raw: canonical))
            let values = { (rows: Rows) in rows.map { row in row.columns.indices.map { row[$0] } } }
            #expect(values(again) == values(rows), "\(canonical)")
        }
    }
}
