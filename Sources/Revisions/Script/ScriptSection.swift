import AutogenConnection
public import AutogenPlan
public import AutogenSchema

/// The statements of a plan as a section of a revision script.
struct ScriptSection {
    let statements: [Statement]

    var isTransactional: Bool { statements.allSatisfy(\.isTransactional) }

    /// Leaves out `BEGIN`, `COMMIT` and the switching of foreign keys around the statements: applying a revision does
    /// that itself.
    init(_ statements: [Statement], in dialect: Dialect) {
        self.statements = statements.filter { statement in
            let mayBeFrame = !statement.isTransactional || statement.sql.text.hasPrefix("PRAGMA ")
            guard mayBeFrame else { return true }
            let parsed = ScriptStatement.all(in: statement.sql.text, dialect, firstLine: 1)
            return !parsed.allSatisfy(TransactionFrame.isFrame)
        }
    }
}

extension Statement {
    /// Whether it sets what is pinned in a script of ours.
    public var isPinned: Bool { sql.text == "SET check_function_bodies = off" }

    /// The statements ready for the engine's shell: as in ``inTransactions(_:in:)``, each transaction with the settings that
    /// decide what they mean.
    public static func forShell(_ statements: [Statement], in dialect: Dialect) -> [Statement] {
        guard let pins = dialect.session.pins else { return inTransactions(statements, in: dialect) }
        let settings = pins.statements.map { Statement(SQL(raw: String($0.dropLast()))) }
        return inTransactions(statements.filter { !$0.isPinned }, in: dialect).flatMap { statement in
            statement.sql.text == "BEGIN" ? [statement] + settings : [statement]
        }
    }

    /// The statements with `BEGIN` and `COMMIT` around each run of those that can be in a transaction, unless the planner
    /// has put them there already.
    public static func inTransactions(_ statements: [Statement], in dialect: Dialect) -> [Statement] {
        let areFramed = dialect.migration.plansHoldTransactions && !statements.allSatisfy(\.isTransactional)
        guard !areFramed else { return statements }
        var result: [Statement] = []
        var isOpen = false
        for statement in statements {
            if statement.isTransactional != isOpen {
                result.append(Statement(isOpen ? "COMMIT" : "BEGIN", isTransactional: false))
                isOpen.toggle()
            }
            result.append(statement)
        }
        if isOpen { result.append(Statement("COMMIT", isTransactional: false)) }
        return result
    }
}
