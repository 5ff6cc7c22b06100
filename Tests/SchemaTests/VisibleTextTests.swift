import AutogenSchema
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain\n\ttext é 漢字", "plain\n\ttext é 漢字"), ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#), ("a\rb\r\nc", "a\\u{D}b\r\nc"),
        ("\u{202E}\u{2066}\u{FEFF}\u{AD}", #"\u{202E}\u{2066}\u{FEFF}\u{AD}"#),
        ("می\u{200C}خواهم 👩\u{200D}🚀", "می\u{200C}خواهم 👩\u{200D}🚀"),
        ("\u{85}\u{2028}\u{E0041}", #"\u{85}\u{2028}\u{E0041}"#), ("", ""),
    ])
    func visible(_ text: String, _ shown: String) {
        #expect(Array(text.visible.utf8) == Array(shown.utf8))
    }

    @Test func onOneLine() {
        #expect("a\nb\tc".visibleLine == #"a\u{A}b\u{9}c"#)
        #expect("ab".isVisibleLine && !"a\nb".isVisibleLine)
    }

    /// What is shown of an object is what finds it again.
    @Test(arguments: ["plain", "Odd", "a\nb", "q\"\u{1B}\\x", "\u{E0041}", "\u{202E}", "U&", "a\\0041\u{1}"])
    func addresses(_ name: String) throws {
        for path in [["public", name], ["public", name, name]] {
            let address = Address(kind: path.count == 2 ? "table" : "column", path: path)
            #expect(address.description.isVisibleLine)
            let (read, rest) = try Address.reading(address.description)
            #expect(read == address && rest.isEmpty)
            #expect(try AddressPattern(address.description).matches(address, in: .postgresql))
        }
    }
}
