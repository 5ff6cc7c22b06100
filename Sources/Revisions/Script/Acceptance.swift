public import AutogenSchema

/// A line of a script's header by which somebody takes a loss: what is gone after the upgrade, and what was known of it.
///
/// ```sql
/// -- accepts: data loss (column public.person.full_name, 1,000 rows on 2026-11-28)
/// ```
public struct Acceptance: Sendable, Hashable, CustomStringConvertible {
    /// What is lost, such as a column.
    public let object: Address
    /// How many rows there were, and when that was counted; empty where nobody could tell.
    public let note: String

    /// Accepts the loss of an object; put it into ``Revision/accepts``.
    public init(_ object: Address, note: String = "") {
        self.object = object
        self.note = note
    }

    /// As it stands behind `-- accepts:`.
    public var description: String { "data loss (\(object)\(note.isEmpty ? "" : ", \(note)"))" }

    /// Reads what ``description`` writes; `nil` for anything else.
    public init?(_ text: String) {
        let opening = "data loss ("
        guard text.hasPrefix(opening), text.hasSuffix(")"),
            let (object, rest) = try? Address.reading(String(text.dropFirst(opening.count).dropLast()))
        else { return nil }
        let note = rest.drop { $0 == " " }
        guard note.isEmpty || note.first == "," else { return nil }
        self.init(object, note: note.dropFirst().trimmingSpaces)
    }
}

/// A line of a script's header that keeps which value the rows at hand get in a column.
///
/// ```sql
/// -- fills: column public.account.owner = 1
/// ```
public struct FillRecord: Sendable, Hashable, CustomStringConvertible {
    /// The column that must have a value.
    public let column: Address
    /// The SQL expression for the rows at hand.
    public let expression: String

    /// Records a value; put it into ``Revision/fills``.
    public init(column: Address, expression: String) {
        self.column = column
        self.expression = expression
    }

    /// On one line.
    public var description: String {
        "\(column) = \(expression.oneLine)"
    }

    /// Reads what ``description`` writes; `nil` for anything else.
    public init?(_ text: String) {
        guard let (column, rest) = try? Address.reading(text), let equals = rest.firstIndex(of: "="),
            rest[..<equals].allSatisfy({ $0 == " " })
        else { return nil }
        self.init(column: column, expression: rest[rest.index(after: equals)...].trimmingSpaces)
    }
}
