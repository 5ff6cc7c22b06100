import AutogenSchema

/// What stands around a script for PostgreSQL.
enum Frame {
    static func framed(_ statements: [Statement], in context: PlanContext) -> [Statement] {
        var statements = statements
        markEnumValues(&statements, context)
        let makesFunctions = context.created.union(context.rebuilt).union(context.altered.keys)
            .contains { $0.kind == .function || $0.kind == .aggregate }
        // The body of a function may name what comes later in the script.
        if makesFunctions { statements.insert(Statement("SET check_function_bodies = off"), at: 0) }
        return statements
    }

    /// A new label of an enum can't be used in the transaction that adds it
    /// (<https://www.postgresql.org/docs/current/sql-altertype.html#id-1.9.3.42.7>), so where the script uses one, the
    /// statement that adds it stands outside.
    private static func markEnumValues(_ statements: inout [Statement], _ context: PlanContext) {
        for (index, statement) in statements.enumerated() {
            guard let label = EnumRule.addedLabel(in: statement.sql) else { continue }
            let isUsed = statements.enumerated().contains { place, other in
                place != index && EnumRule.addedLabel(in: other.sql) == nil && other.sql.text.contains(label)
            }
            if isUsed { statements[index].isTransactional = false }
        }
    }
}
