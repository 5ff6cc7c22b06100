import AutogenConnection
import AutogenSchema
import Testing

@testable import AutogenReflection

@Suite struct SQLiteTokenizerTests {
    @Test func readsEveryKindOfToken() {
        let text = "a \"b\"\"c\" [d e] `f` 'g''h' x'0F' 1.5e-3 .5 0xFF ?1 :n @m $p a->>b||c<>d -- end\n/* x */ é_1"
        let kinds = Token.tokens(of: text).map { "\($0.kind) \($0.text)" }
        #expect(
            kinds == [
                "word a", "quoted \"b\"\"c\"", "quoted [d e]", "quoted `f`", "string 'g''h'", "blob x'0F'",
                "number 1.5e-3", "number .5", "number 0xFF", "parameter ?1", "parameter :n", "parameter @m",
                "parameter $p", "word a", "symbol ->>", "word b", "symbol ||", "word c", "symbol <>", "word d",
                "word é_1",
            ])
    }

    @Test(arguments: [
        ("CHECK( A > 0 /* positive */ )", "check(A>0)"),
        ("\"select\" + \"a\"", "[select] + `a`"),
        ("LENGTH(x) Between 1 AND 2", "length ( x ) BETWEEN 1 and 2"),
        ("0XfF", "0xFF"),
    ])
    func spellsAlike(left: String, right: String) {
        let spelling = CanonicalText()
        #expect(spelling.text(of: Token.tokens(of: left)) == spelling.text(of: Token.tokens(of: right)))
    }

    @Test(arguments: [
        ("'a'", "'A'"), ("'a'", "\"a\""), ("a", "'a'"), ("\"order\"", "order"), ("1", "1.0"), ("a - b", "a -- b"),
    ])
    func spellsApart(left: String, right: String) {
        let spelling = CanonicalText()
        #expect(spelling.text(of: Token.tokens(of: left)) != spelling.text(of: Token.tokens(of: right)))
    }

    /// SQLite judges the canonical text of a random statement as it judges the statement itself.
    @Test func agreesWithSQLite() async throws {
        let connection = try await SQLiteSample.connection("CREATE TABLE t (a, b, \"order\")")
        var random = RandomPieces(seed: 20_261_121)
        var accepted = 0
        for _ in 0..<3000 {
            let sql = "SELECT " + random.text() + " FROM t"
            let canonical = CanonicalText().text(of: Token.tokens(of: sql))
            let isValid = await Self.prepares(sql, connection)
            #expect(await Self.prepares(canonical, connection) == isValid, "\(sql) became \(canonical)")
            if isValid { accepted += 1 }
        }
        #expect(accepted > 100, "the statements are too wild to tell anything")
    }

    private static func prepares(_ sql: String, _ connection: any Connection) async -> Bool {
        do {
            _ = try await connection.query("EXPLAIN \(raw: sql)")
            return true
        } catch {
            return false
        }
    }
}

/// Short random pieces of SQL, the same for the same seed.
struct RandomPieces {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func text() -> String {
        var text = Self.operands[number(below: Self.operands.count)]
        for _ in 0..<number(below: 4) {
            text += Self.gaps[number(below: Self.gaps.count)]
            text += Self.operators[number(below: Self.operators.count)]
            text += Self.gaps[number(below: Self.gaps.count)]
            text += Self.operands[number(below: Self.operands.count)]
        }
        return text
    }

    private static let gaps = ["", " ", "\n", "/**/", "/* ' */", "-- \"\n", "\t"]
    private static let operators = [
        "+", "-", "*", "/", "%", "||", "<<", ">>", "<", "<=", "<>", "!=", "=", "==", " AND ", " or ", " Is ", "->",
        "->>", "|",
        "&", ",", " collate nocase || ", "!", ".",
    ]
    private static let operands = [
        "a", "b", "\"order\"", "[a]", "`b`", "'it''s'", "x'00'", "X'ab'", "x'0'", "1", "1.5", ".5", "1e3", "1e+3",
        "0x1F",
        "1a", "?", "?1", ":a", "@b", "$c", "(a)", "-a", "+1", "abs(a)", "ABS (b)", "NULL", "not a",
        "CASE a WHEN 1 THEN b END",
        "count(*)", "\"no such\"", "(", "cast(a AS text)", "t.a", "t . b", "é", "'open",
    ]
}
