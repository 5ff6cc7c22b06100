import AutogenSchema

/// Reads the access lists of the system catalogs: `{owner=arwdDxt/owner,=r/owner,"a b=r*/owner"}`
/// (<https://www.postgresql.org/docs/current/ddl-priv.html>).
struct AccessList {
    struct Entry {
        var privileges: Set<Character> = []
        var grantable: Set<Character> = []
        /// `PUBLIC` stands for everybody.
        let grantee: String

        func isSame(as other: Entry?) -> Bool {
            privileges == other?.privileges ?? [] && grantable == other?.grantable ?? []
        }
    }

    /// By the exact name of the grantee.
    private(set) var entries: [String: Entry] = [:]

    /// - Parameter name: what a role is called in the catalog.
    init(_ items: [String], naming name: (String) -> String) {
        for item in items {
            guard let (written, privileges) = Self.split(item) else { continue }
            let grantee = name(written)
            var entry = entries[grantee.exact] ?? Entry(grantee: grantee)
            var last: Character?
            for letter in privileges {
                if letter == "*" {
                    if let last { entry.grantable.insert(last) }
                } else {
                    entry.privileges.insert(letter)
                    last = letter
                }
            }
            entries[grantee.exact] = entry
        }
    }

    /// Splits `grantee=privileges/grantor`; names with odd characters stand in double quotes.
    private static func split(_ item: String) -> (grantee: String, privileges: Substring)? {
        var rest = item[...]
        var grantee = ""
        if rest.first == "\"" {
            rest.removeFirst()
            while let character = rest.popFirst() {
                if character == "\"" {
                    guard rest.first == "\"" else { break }
                    rest.removeFirst()
                }
                grantee.append(character)
            }
        } else {
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            grantee = String(rest[..<equals])
            rest = rest[equals...]
        }
        guard rest.popFirst() == "=" else { return nil }
        return (grantee.isEmpty ? "PUBLIC" : grantee, rest.prefix { $0 != "/" })
    }

    /// The words of SQL for the letters of an access list, in their usual order.
    static func words(_ letters: Set<Character>) -> [String] {
        names.filter { letters.contains($0.letter) }.map(\.word)
    }

    private static let names: [(letter: Character, word: String)] = [
        ("r", "SELECT"), ("a", "INSERT"), ("w", "UPDATE"), ("d", "DELETE"), ("D", "TRUNCATE"), ("x", "REFERENCES"),
        ("t", "TRIGGER"), ("m", "MAINTAIN"), ("X", "EXECUTE"), ("U", "USAGE"), ("C", "CREATE"), ("c", "CONNECT"),
        ("T", "TEMPORARY"), ("s", "SET"), ("A", "ALTER SYSTEM"),
    ]
}
