package import AutogenSchema

/// What a person decided about the values of rows.
package struct Decisions: Sendable, Hashable {
    /// What rows get in columns that must have a value, where nothing else supplies one.
    package var fills: [ObjectID: Fill] = [:]
    /// The time zones of columns whose times are with one before or after, and not both.
    package var zones: [ObjectID: String] = [:]
    /// Whether rows can be given a value as late as the script runs: each column without one has a place for it.
    package var leavesPlaces = false

    package init() {}

    /// The same where some expressions are told to depend on the row.
    func byRow(where varies: (String) -> Bool) -> Decisions {
        var decisions = self
        decisions.fills = fills.mapValues {
            Fill(expression: $0.expression, dependsOnRow: $0.dependsOnRow || varies($0.expression))
        }
        return decisions
    }
}

/// What rows get in a column.
package struct Fill: Sendable, Hashable {
    package let expression: String
    /// Whether it names columns or reads tables, so that it can't be the default of a column.
    package let dependsOnRow: Bool

    package init(expression: String, dependsOnRow: Bool) {
        self.expression = expression
        self.dependsOnRow = dependsOnRow
    }
}

/// The place of a value that is known when a script runs: `NULL /* autogen:fill public.account.owner */`.
package enum FillMarker {
    /// The comment that stands behind the `NULL`.
    package static func comment(for column: Address) -> String { "/* autogen:fill \(column.name) */" }

    /// Without a comment where the name of the column would end it.
    static func sql(for column: ObjectID) -> SQL {
        let comment = comment(for: Address(column))
        let inner = comment.dropFirst(2).dropLast(2)
        return inner.contains("*/") || inner.contains("/*") ? "NULL" : "NULL \(raw: comment)"
    }
}
