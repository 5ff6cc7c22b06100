import AutogenSchema

/// What stands around a script for PostgreSQL.
enum Frame {
    static func framed(_ statements: [Statement], in context: PlanContext) -> [Statement] {
        var statements = statements + Statement.joined(Toast.statements(in: context))
        let values = outsideEnumValues(&statements)
        let makesFunctions = context.created.union(context.rebuilt).union(context.altered.keys)
            .contains { $0.kind == .function || $0.kind == .aggregate }
        // The body of a function may name what comes later in the script.
        if makesFunctions { statements.insert(Statement("SET check_function_bodies = off"), at: 0) }
        return values + statements
    }

    /// A new label may stand next to a renamed one.
    private static func isLabelRename(_ statement: Statement) -> Bool {
        statement.sql.text.hasPrefix("ALTER TYPE ") && statement.sql.text.contains(" RENAME VALUE '")
    }

    /// Takes out the new labels of enums that the rest of the script uses: a label can't be used in the transaction that
    /// adds it (<https://www.postgresql.org/docs/current/sql-altertype.html>), so they go first, each on its own.
    private static func outsideEnumValues(_ statements: inout [Statement]) -> [Statement] {
        let adding = statements.filter { EnumRule.addedLabel(in: $0.sql) != nil || isLabelRename($0) }
        let others = statements.filter { EnumRule.addedLabel(in: $0.sql) == nil && !isLabelRename($0) }
        let isUsed = adding.contains { adding in
            EnumRule.addedLabel(in: adding.sql).map { label in others.contains { $0.sql.text.contains(label) } }
                ?? false
        }
        guard isUsed else { return [] }
        statements = others
        return adding.map { statement in
            var statement = statement
            statement.isTransactional = false
            return statement
        }
    }
}
