/// Names of all sorts, from plain ones to those that must be quoted.
enum Names {
    private static let reserved = ["order", "user", "table", "select", "group", "check", "default", "end"]

    /// Words whose objects share no namespace.
    private static let reservable: Set<String> = ["schema", "rel", "column", "function", "policy"]

    static func name(_ word: String, _ number: Int) -> String {
        switch number % 12 {
        case 1: "\(word.prefix(1).uppercased())\(word.dropFirst())\(number)"
        case 3: "\(word) \(number)"
        case 5 where reservable.contains(word) && number / 12 < reserved.count: reserved[number / 12]
        case 7: "\(word).\(number)"
        case 9: "\(word)\"\(number)"
        case 11: String(repeating: "long_", count: 12 - word.count / 5).prefix(61 - word.count) + "\(word)\(number)"
        default: "\(word)\(number)"
        }
    }

    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    static func quoted(_ path: [String]) -> String { path.map(quoted).joined(separator: ".") }
    static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
    static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
