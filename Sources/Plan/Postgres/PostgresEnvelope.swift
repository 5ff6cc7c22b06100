import AutogenSchema

/// What stands around a script for PostgreSQL.
enum PostgresEnvelope {
    static func around(_ statements: [Statement], in context: ObjectPlan) -> [Statement] {
        var statements = statements + Statement.joined(Toast.statements(in: context))
        let values = outsideEnumValues(&statements)
        let makesFunctions = context.created.union(context.recreated).union(context.altered.keys)
            .contains { $0.kind == .function || $0.kind == .aggregate }
        // The body of a function may name what comes later in the script.
        if makesFunctions { statements.insert(Statement("SET check_function_bodies = off", role: .pinsSetting), at: 0) }
        return values + statements
    }

    /// Takes out the new labels of enums that the rest of the script uses: a label can't be used in the transaction that
    /// adds it (<https://www.postgresql.org/docs/current/sql-altertype.html>), so they go first, each on its own.
    private static func outsideEnumValues(_ statements: inout [Statement]) -> [Statement] {
        var labels: Set<String> = []
        for case .addsLabel(let label) in statements.map(\.role) { labels.insert(label.exact) }
        let others = statements.filter { !isOfLabels($0) }
        guard !labels.isEmpty, others.contains(where: { !labels.isDisjoint(with: StringValues.all(in: $0.sql.text)) })
        else { return [] }
        let adding = statements.filter(isOfLabels)
        statements = others
        return adding.map { statement in
            var statement = statement
            statement.transaction = .outside
            return statement
        }
    }

    private static func isOfLabels(_ statement: Statement) -> Bool {
        switch statement.role {
        case .addsLabel: true
        case .change, .pinsSetting, .opensTransaction, .closesTransaction: false
        }
    }
}
