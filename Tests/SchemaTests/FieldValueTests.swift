import AutogenSchema
import Testing

@Suite struct FieldValueTests {
    @Test(arguments: [
        ("{}", [String]()), ("{a,b}", ["a", "b"]), (#"{"a b","c\"d","e\\f"}"#, ["a b", "c\"d", "e\\f"]),
        (#"["x","y"]"#, ["x", "y"]), (#"{"a,b",""}"#, ["a,b", ""]),
    ])
    func readsArraysOfBothEngines(text: String, values: [String]) {
        #expect([String](column: text) == values)
    }

    @Test(arguments: ["a,b", "{\"a", "[1,", "{\"a\"b}"])
    func refusesWhatIsNoArray(text: String) {
        #expect([String](column: text) == nil)
    }

    @Test func hintsAreNeverADifference() {
        #expect(NotCompared("one") == NotCompared("another"))
        var first = Column()
        first.position = NotCompared(1)
        var second = Column()
        second.position = NotCompared(2)
        #expect(first == second)
        second.type = "text"
        #expect(first != second)
    }
}
