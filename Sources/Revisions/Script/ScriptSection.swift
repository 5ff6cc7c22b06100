import AutogenConnection
package import AutogenPlan
package import AutogenSchema

extension Statement {
    /// Whether it sets what is pinned in a script of ours.
    package var isPinned: Bool { role == .pinsSetting }

    /// The statements ready for the engine's shell: as in ``inTransactions(_:in:)``, each transaction with the settings that
    /// decide what they mean.
    package static func forShell(_ statements: [Statement], in dialect: Dialect) -> [Statement] {
        guard let pins = dialect.session.pins else { return inTransactions(statements, in: dialect) }
        let settings = pins.statements.map { Statement(SQL(raw: String($0.dropLast()))) }
        return inTransactions(statements.filter { !$0.isPinned }, in: dialect, framesOne: true).flatMap { statement in
            statement.role == .opensTransaction ? [statement] + settings : [statement]
        }
    }

    /// The statements with `BEGIN` and `COMMIT` around each run of those that can be in a transaction, and with foreign
    /// keys off where they must be. What has a transaction of its own needs no frame for that.
    ///
    /// - Parameter framesOne: whether a statement that is alone gets a frame, too.
    package static func inTransactions(
        _ statements: [Statement], in dialect: Dialect, framesOne: Bool = false
    ) -> [Statement] {
        let framed = suspendingForeignKeys(statements)
        guard framed.count == statements.count else { return framed }
        var result: [Statement] = []
        var rest = statements[...]
        while let first = rest.first {
            let part = first.transaction == .shared ? rest.prefix { $0.transaction == .shared } : rest.prefix(1)
            rest = rest.dropFirst(part.count)
            // One that is alone is a transaction by itself.
            let isFramed = part.count > 1 || framesOne && first.transaction != .outside
            result += isFramed ? [begin] + part + [commit] : Array(part)
        }
        return result
    }

    /// For SQLite, where foreign keys must be off: the statements in a transaction, with `PRAGMA foreign_keys` around it,
    /// where alone it has an effect. As they are otherwise.
    ///
    /// A connection that had foreign keys off ends with them on; autogen, when it runs a script itself, restores what was.
    package static func suspendingForeignKeys(_ statements: [Statement]) -> [Statement] {
        guard statements.contains(where: \.suspendsForeignKeys) else { return statements }
        func outside(_ sql: SQL) -> Statement { Statement(sql, isTransactional: false) }
        return [outside("PRAGMA foreign_keys = OFF"), begin] + statements + [
            commit, outside("PRAGMA foreign_keys = ON"),
        ]
    }

    private static let begin = Statement("BEGIN", role: .opensTransaction, isTransactional: false)
    private static let commit = Statement("COMMIT", role: .closesTransaction, isTransactional: false)
}
