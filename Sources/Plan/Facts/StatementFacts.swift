import AutogenSchema

/// What the database has shown that a statement does to what was there before the script began.
public struct StatementFacts: Sendable, Hashable {
    /// What it takes itself, by name.
    public let uses: [RelationUse]
    /// What earlier statements of its transaction have taken, and what is held as long as it goes through rows; only what
    /// clients wait for, and only where it is more than the statement takes itself.
    public let held: [RelationUse]

    package init(uses: [RelationUse] = [], held: [RelationUse] = []) {
        self.uses = uses
        self.held = held
    }

    /// What a reader of the script has to know of tables: empty where no client notices the statement.
    public var felt: StatementFacts {
        StatementFacts(uses: uses.filter { $0.isFelt && $0.holdsRows }, held: held.filter(\.holdsRows))
    }

    /// What of it takes the longer the more rows there are.
    package var long: [RelationUse] { uses.filter { $0.holdsRows && $0.effect?.growsWithRows == true } }
}

extension StatementFacts: CustomStringConvertible {
    /// `table public.users ACCESS EXCLUSIVE, rewritten; table public.orders SHARE ROW EXCLUSIVE; held: table public.teams
    /// ACCESS EXCLUSIVE`
    public var description: String {
        (uses.map(\.description) + held.enumerated().map { ($0 == 0 ? "held: " : "") + $1.description })
            .joined(separator: "; ")
    }

    /// Reads what ``description`` has written; `nil` where it is something else.
    package init?(_ text: String) {
        var uses: [RelationUse] = []
        var held: [RelationUse] = []
        var isHeld = false
        for part in Self.parts(of: text) {
            var part = part
            if !isHeld, part.hasPrefix("held: ") {
                isHeld = true
                part = String(part.dropFirst("held: ".count))
            }
            guard let use = RelationUse(part) else { return nil }
            if isHeld { held.append(use) } else { uses.append(use) }
        }
        guard !uses.isEmpty || !held.isEmpty else { return nil }
        self.init(uses: uses, held: held)
    }

    /// What stands between semicolons outside of quoted names.
    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        var rest = Substring(text)
        while let character = rest.first {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, rest.hasPrefix("; ") {
                parts.append("")
                rest = rest.dropFirst(2)
            } else {
                parts[parts.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
