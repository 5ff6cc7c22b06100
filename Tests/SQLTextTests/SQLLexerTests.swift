import AutogenSQLText
import Testing

/// Tokens as `kind text`, the open one marked.
private func tokens(_ text: String, _ syntax: SQLSyntax) -> [String] {
    let bytes = Array(text.utf8)
    var lexer = SQLLexer(bytes, syntax)
    var result: [String] = []
    while let token = lexer.next() {
        let open = token.isClosed ? "" : "(open) "
        result.append("\(token.kind) \(open)\(String(decoding: bytes[token.range], as: UTF8.self))")
    }
    return result
}

@Suite struct SQLLexerTests {
    @Test(
        arguments: [
            ("a$1 Ä_ _x", ["word a$1", "word Ä_", "word _x"]),
            ("'it''s' x", ["string 'it''s'", "word x"]),
            ("'a\\' x", ["string 'a\\'", "word x"]),
            ("E'a\\'b''c' x", ["string E'a\\'b''c'", "word x"]),
            ("e'a' -- c\n 'b\\'' x", ["string e'a' -- c\n 'b\\''", "word x"]),
            ("'a' 'b'", ["string 'a'", "string 'b'"]),
            ("N'a' U&'d\\0061' U&\"x\"\"y\"", ["string N'a'", "string U&'d\\0061'", "quotedName U&\"x\"\"y\""]),
            ("type'a\\' B'01' x'0F'", ["word type", "string 'a\\'", "bits B'01'", "bits x'0F'"]),
            ("$$a'$$ $t$b$$c$t$", ["dollarString $$a'$$", "dollarString $t$b$$c$t$"]),
            ("$1 $x a$b$c$", ["parameter $1", "symbol $", "word x", "word a$b$c$"]),
            ("1$$;$$", ["number 1", "dollarString $$;$$"]),
            (
                "1.5e-3 .5 1..10 0xFF 1_000 2e15+1",
                [
                    "number 1.5e-3", "number .5", "number 1", "symbol ..", "number 10", "number 0xFF", "number 1_000",
                    "number 2e15", "symbol +", "number 1",
                ]
            ),
            ("a::int[]:=b", ["word a", "symbol ::", "word int", "symbol [", "symbol ]", "symbol :=", "word b"]),
            (
                "a=-1 b@-c d*--e\n/f",
                [
                    "word a", "symbol =", "symbol -", "number 1", "word b", "symbol @-", "word c", "word d", "symbol *",
                    "lineComment --e", "symbol /", "word f",
                ]
            ),
            (
                "/* a /* b */ c */;--x\r;",
                ["blockComment /* a /* b */ c */", "semicolon ;", "lineComment --x", "semicolon ;"]
            ),
            ("(\"a\"\"b\".c)", ["opening (", "quotedName \"a\"\"b\"", "symbol .", "word c", "closing )"]),
            ("'a", ["string (open) 'a"]), ("$x$ a $y$", ["dollarString (open) $x$ a $y$"]),
            ("/* /* */", ["blockComment (open) /* /* */"]), ("E'\\", ["string (open) E'\\"]),
            ("'a'\n'b", ["string (open) 'a'\n'b"]), ("`x", ["symbol `", "word x"]),
        ] as [(String, [String])])
    func postgres(_ text: String, _ expected: [String]) { #expect(tokens(text, .postgresql) == expected) }

    @Test(
        arguments: [
            (
                "a \"b\"\"c\" [d e] `f``g` 'h''i'",
                [
                    "word a", "quotedName \"b\"\"c\"", "quotedName [d e]", "quotedName `f``g`", "string 'h''i'",
                ]
            ),
            (
                "x'0F' 1.5e-3 .5 0xFF ?1 :n @m $p::q(r s",
                [
                    "bits x'0F'", "number 1.5e-3", "number .5", "number 0xFF", "parameter ?1", "parameter :n",
                    "parameter @m", "parameter $p::q(r", "word s",
                ]
            ),
            (
                "a->>b||c<>d!=e",
                [
                    "word a", "symbol ->>", "word b", "symbol ||", "word c", "symbol <>", "word d", "symbol !=",
                    "word e",
                ]
            ),
            ("/* /* */ a */", ["blockComment /* /* */", "word a", "symbol *", "symbol /"]),
            ("-- x\r;\n;", ["lineComment -- x\r;", "semicolon ;"]),
            ("'a", ["string (open) 'a"]), ("[a", ["quotedName (open) [a"]), ("/* a", ["blockComment (open) /* a"]),
            ("E'a\\'", ["word E", "string 'a\\'"]),
        ] as [(String, [String])])
    func sqlite(_ text: String, _ expected: [String]) { #expect(tokens(text, .sqlite) == expected) }
}
