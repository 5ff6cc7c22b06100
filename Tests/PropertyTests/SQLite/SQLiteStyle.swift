/// How one statement is written, apart from what it says.
struct SQLiteStyle: Sendable {
    private let quotes: String
    private let isSmall: Bool
    /// What stands between two parts of the statement.
    let gap: String
    private let wraps: Bool

    init(_ dice: inout Dice) {
        quotes = dice.pick("quotes", "\"", "[", "`", "bare")
        isSmall = dice.chance("small letters", 30)
        let isPlain = !dice.chance("spaced", 35)
        let gap = dice.pick("gap", "\n    ", " /* a note; 'so' */ ", " -- it's a \"note\";\n", "\t/**/ ")
        self.gap = isPlain ? " " : gap
        wraps = dice.chance("wraps", 15)
    }

    func name(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && name.contains(where: \.isNumber)
        switch quotes {
        case "bare" where isPlain: return name
        case "[" where !name.contains("]"): return "[\(name)]"
        case "`": return "`\(name.replacing("`", with: "``"))`"
        default: return Names.quoted(name)
        }
    }

    func list(_ names: [String]) -> String { names.map(name).joined(separator: ",\(gap)") }

    /// Key words.
    func words(_ text: String) -> String { isSmall ? text.lowercased() : text }

    /// An expression in parentheses.
    func group(_ expression: String) -> String { wraps ? "(( \(expression)))" : "(\(expression))" }
}
