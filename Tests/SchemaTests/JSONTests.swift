import AutogenSchema
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2,null,true,false],"b":{"c":"d"}}"#, #""é\n\t\"\\ \u0001""#, "[]", "{}", "[[[]]]",
        "9223372036854775807",
    ])
    func writesWhatItRead(text: String) throws {
        #expect(try JSON(parsing: text).description == text)
    }

    @Test func readsEscapes() throws {
        #expect(try JSON(parsing: #""\u00e9\ud83d\ude00\/\b""#) == .string("é😀/\u{8}"))
    }

    @Test(arguments: [
        ("[1,\n2", "line 2: expected , or ]"), ("{\"a\"}", "line 1: expected : after the key \"a\""),
        ("tru", "line 1: unknown word"), ("1 2", "line 1: something follows the end of the value"),
        ("1.5", "line 1: something follows the end of the value"), ("\"abc", "line 1: a string has no end"),
        (#""\ud800x""#, #"line 1: not a character: \ud800"#),
        (#""\ud800\u0041""#, #"line 1: not a character: \ud800\u41"#),
        (#""\ud800\ud800""#, #"line 1: not a character: \ud800\ud800"#),
        (#""\udc00\ud800""#, #"line 1: not a character: \udc00"#),
        (#""\ud800\u""#, #"line 1: \u wants four hexadecimal digits"#),
        (#""\u+041""#, #"line 1: \u wants four hexadecimal digits"#),
        ("9223372036854775808", "line 1: not a value"), ("--1", "line 1: not a value"),
        (String(repeating: "[", count: 300), "line 1: nested too deep"),
    ])
    func saysWhereItIsWrong(text: String, message: String) {
        #expect {
            try JSON(parsing: text)
        } throws: {
            "\($0)" == message
        }
    }
}
