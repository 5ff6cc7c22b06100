import AutogenSchema

/// The `UPDATE` of a filled table that takes its rows in batches, so that each is locked for a moment.
enum OnlineFill {
    static func statement(_ update: SQL, of table: [String], hazards: [Hazard], in context: ObjectPlan) -> Statement {
        var statement = Statement(update, .alone, hazards: hazards)
        statement.batch = key(of: table, in: context)
        return statement
    }

    /// The primary key where the script leaves it alone.
    private static func key(of table: [String], in context: ObjectPlan) -> BatchKey {
        for part in context.oldParts[ObjectID(.table, path: table)] ?? [] {
            guard let key = context.from.body(part, as: Constraint.self), key.type == .primaryKey,
                !context.isTornDown(part)
            else { continue }
            return .columns(key.columns)
        }
        return .place
    }

    /// Whether a new column is added without its default, which would give each row a value of its own and write the table
    /// anew: the rows get theirs in batches.
    static func followsAddition(
        _ id: ObjectID, _ body: Column, default expression: String, in context: ObjectPlan
    ) -> Bool {
        OnlineNotNull.isPossible(id, body, in: context) && body.generated == nil && body.identity == nil
            && ColumnFill.nullableType(of: body.type, in: context.to) == body.type
            && VolatileExpression.isVolatile(expression, of: id, in: context.to)
    }

    /// What adds it, and gives new rows and then old ones their values.
    static func additions(
        _ id: ObjectID, _ body: Column, default value: String, adding: Statement, in context: ObjectPlan
    ) -> [Statement] {
        let update: SQL =
            "UPDATE \(name: id.relationPath) SET \(name: id.name) = DEFAULT WHERE \(name: id.name) IS NULL"
        let statements = [
            adding, Statement("\(ColumnRule.head(id)) ALTER COLUMN \(name: id.name) SET DEFAULT \(raw: value)"),
            statement(
                update, of: id.relationPath, hazards: [.fill(id, "rows get the default \(value)")], in: context),
        ]
        guard body.notNull else { return statements }
        return statements + OnlineNotNull.statements(id, body, hazards: [], filling: [], in: context)
    }
}
