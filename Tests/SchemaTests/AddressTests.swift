import AutogenSchema
import Testing

/// How a person names an object: what is written is read back, and a pattern names what it says and nothing else.
@Suite struct AddressTests {
    @Test(arguments: [
        Address(kind: "column", path: ["public", "person", "full_name"]),
        Address(kind: "column", path: ["public", "a \"b\".c", "=, (x)"]),
        Address(kind: "materialized view", path: ["Größe", "select"]),
        Address(kind: "label", path: ["public", "mood", "so so"]),
        Address(kind: "table", path: ["main", "account~old"]),
    ])
    func whatIsWrittenIsReadBack(_ address: Address) throws {
        let (read, rest) = try Address.reading("\(address), 12 rows")
        #expect(read == address)
        #expect(rest == ", 12 rows")
        let pattern = try AddressPattern("\(address)")
        #expect(pattern.matches(address, in: .postgresql))
        #expect(!pattern.matches(Address(kind: "index", path: address.path), in: .postgresql))
    }

    @Test(arguments: [
        ("person.full_name", true), ("public.person.full_name", true), ("column person.full_name", true),
        ("PERSON.Full_Name", true), ("person.*", true), ("person.full_nam?", true), ("*.full_name", true),
        ("\"person\".\"full_name\"", true),
        // Of one part, of another schema or kind, in other letters.
        ("full_name", false), ("person", false), ("app.person.full_name", false), ("table person.full_name", false),
        ("\"Person\".full_name", false), ("person.\"*\"", false),
    ])
    func patternsOnPostgres(_ text: String, _ isNamed: Bool) throws {
        let address = Address(kind: "column", path: ["public", "person", "full_name"])
        #expect(try AddressPattern(text).matches(address, in: .postgresql) == isNamed)
    }

    /// Bare names are small letters to PostgreSQL, and any letters to SQLite.
    @Test func capitalLetters() throws {
        let address = Address(kind: "table", path: ["main", "Users"])
        #expect(try !AddressPattern("Users").matches(address, in: .postgresql))
        #expect(try AddressPattern("\"Users\"").matches(address, in: .postgresql))
        #expect(try AddressPattern("users").matches(address, in: .sqlite))
    }

    @Test(arguments: [
        ("account.owner=1", "account.owner", "1"), ("account.owner==b", "account.owner", "=b"),
        ("column \"a=b\".c=(SELECT '=')", "column \"a=b\".c", "(SELECT '=')"),
        ("account.owner = 1", "account.owner ", " 1"),
    ])
    func anEqualsSignOutsideOfQuotesEndsTheName(_ text: String, _ name: String, _ value: String) throws {
        let (pattern, read) = try AddressPattern.assignment(text)
        #expect(pattern.description == name)
        #expect(read == value)
        #expect(pattern.kind == (name.hasPrefix("column") ? "column" : nil))
    }

    @Test(arguments: ["", "a.", ".a", "\"a", "a b.c d", "a;b", "=1"])
    func whatNamesNothing(_ text: String) {
        #expect(throws: AddressError.self) { try AddressPattern(text) }
    }

    @Test func nearest() throws {
        let known = [
            Address(kind: "column", path: ["public", "person", "full_name"]),
            Address(kind: "table", path: ["app", "log"]),
        ]
        #expect(try AddressPattern("person.fullname").nearest(among: known) == known[0])
        #expect(try AddressPattern("app.logs").nearest(among: known) == known[1])
        #expect(try AddressPattern("elsewhere").nearest(among: known) == nil)
    }
}
