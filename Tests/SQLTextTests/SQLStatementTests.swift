import AutogenSQLText
import Testing

@Suite struct SQLStatementTests {
    @Test func tellsItsPlaceAndItsWords() throws {
        let text = "-- é; of users\n\n  Drop /* x */ table \"Users\" -- y\n;\nSELECT 1"
        let statements = SQLStatement.all(in: text, .postgresql)
        #expect(statements.map(\.text) == ["Drop /* x */ table \"Users\"", "SELECT 1"])
        let first = try #require(statements.first)
        #expect(first.words == ["DROP", "TABLE"])
        #expect(first.starts(with: "DROP", "TABLE") && !first.starts(with: "DROP", "VIEW"))
        let place = first.place(of: first.range.lowerBound)
        #expect((place.line, place.column) == (3, 3))
        #expect(SQLPlace(of: 5, in: Array(text.utf8)).column == 5)
        #expect(first.source[first.end - 1] == UInt8(ascii: ";"))
        #expect(statements.last?.end == statements.last?.range.upperBound)
    }

    @Test(
        arguments: [
            ("App . \"a\"\"B\" x", .postgresql, ["app", "a\"B"]), ("Ä.b", .postgresql, ["Ä", "b"]),
            ("U&\"d\\0061t\\+000061\".x", .postgresql, ["data", "x"]),
            ("U&\"d!0061!!\" UESCAPE '!' . x", .postgresql, ["da!", "x"]), ("U&\"\\D83D\\DE00\"", .postgresql, ["😀"]),
            ("U&\"d\\00\"", .postgresql, ["d\\00"]),
            ("Main.[a b]", .sqlite, ["Main", "a b"]), ("`a``b`", .sqlite, ["a`b"]), ("'t'", .sqlite, ["t"]),
            ("'t'", .postgresql, nil), ("(a)", .postgresql, nil), ("a.1", .sqlite, ["a"]),
        ] as [(String, SQLSyntax, [String]?)])
    func readsNames(_ text: String, _ syntax: SQLSyntax, _ expected: [String]?) {
        var reader = SQLReader(text, syntax)
        #expect(reader.name() == expected)
    }

    @Test func readsWordsAndParentheses() {
        var reader = SQLReader("create Unique INDEX \"if\" on T (a, (b)) with (c) ON x", .postgresql)
        var read: [String] = ["\(reader.skip("CREATE", "INDEX"))", "\(reader.skip("CREATE", "UNIQUE", "INDEX"))"]
        read += ["\(reader.isAt("IF"))", reader.word(), "\(reader.name() ?? [])", reader.keyword, reader.word()]
        read += [
            "\(reader.name() ?? [])", "\(reader.parenthesis()?.count ?? 0)", "\(reader.parenthesis()?.count ?? 0)",
        ]
        read += ["\(reader.skip(behind: "C"))", "\(reader.skip(behind: "ON"))", "\(reader.name() ?? [])"]
        #expect(
            read == [
                "false", "true", "false", "", "[\"if\"]", "ON", "ON", "[\"t\"]", "5", "0", "false", "true", "[\"x\"]",
            ])
        let isAtEnd = reader.isAtEnd
        #expect(isAtEnd && reader.peek == nil)
    }

    /// Unicode knows letters that become ASCII ones in capitals; the databases don't.
    @Test func onlyASCIILettersHaveACase() {
        #expect(SQLStatement.all(in: "\u{17F}et x", .postgresql).first?.words == ["\u{17F}ET", "X"])
    }

    @Test(
        arguments: [
            ("'it''s'", "it's"), ("E'a\\n'", "a\\n"), ("$$x$$", "x"), ("$t$x$$y$t$", "x$$y"), ("$t$open", "open"),
            ("\"a\"\"b\"", "a\"b"), ("12", "12"),
        ]) func values(_ text: String, _ value: String) throws
    {
        let token = try #require(SQLReader(text, .postgresql).peek)
        #expect(token.value(in: Array(text.utf8)) == value)
    }
}
