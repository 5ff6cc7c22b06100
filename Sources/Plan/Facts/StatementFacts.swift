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
        let uses = uses.filter { $0.isFelt && Self.holdsRows($0) }
        // What is held for a moment longer is felt where the statement takes its time.
        return StatementFacts(uses: uses, held: held.filter(Self.holdsRows))
    }

    /// Whether the statement goes through all rows of something.
    public var isLong: Bool { uses.contains { $0.effect?.growsWithRows == true } }

    private static func holdsRows(_ use: RelationUse) -> Bool {
        [Kind.table, .materializedView, .virtualTable, .index].contains { $0.rawValue == use.relation.kind }
    }
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
