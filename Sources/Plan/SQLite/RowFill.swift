import AutogenSchema

/// What rows get in a column that must have a value: what a person decided, the column's default where rows hold NULL, or
/// nothing, which the database refuses as soon as there is a row.
struct RowFill {
    private let column: ObjectID
    private let defaultValue: DefaultValue?
    private let decision: Fill?

    init(_ member: TableShape.Member, in context: ObjectPlan) {
        column = member.id
        defaultValue = member.defaultValue.flatMap { $0.isNull ? nil : $0 }
        decision = context.decisions.fills[member.id]
    }

    /// Whether a new column must have a value that nothing supplies; SQLite numbers rows by itself.
    static func isNeeded(for member: TableShape.Member, in table: TableShape) -> Bool {
        member.column.notNull && member.defaultValue.map(\.isNull) ?? true && member.name != table.rowidColumn
    }

    static func isTightened(
        _ old: TableShape.Member, _ new: TableShape.Member, in table: TableShape
    ) -> Bool {
        new.column.notNull && !old.column.notNull && new.name != table.rowidColumn
    }

    var value: SQL {
        guard let decision else { return FillMarker.sql(for: column) }
        // A comment at the end must not hide the parenthesis.
        return decision.expression.contains("--") ? "(\(raw: decision.expression)\n)" : "(\(raw: decision.expression))"
    }

    var hazard: Hazard {
        if let decision { return .fill(column, "rows get \(decision.expression)") }
        return .needsValue(column, "fails on rows, which need a value")
    }

    var valueForNull: SQL { decision == nil ? defaultValue?.sql ?? value : value }

    var hazardForNull: Hazard {
        if let decision { return .fill(column, "rows in which it is NULL get \(decision.expression)") }
        if let defaultValue {
            return .fill(column, "rows in which it is NULL get the default \(defaultValue.expression)")
        }
        return .needsValue(column, "fails while rows hold NULL in it, which need a value")
    }
}
