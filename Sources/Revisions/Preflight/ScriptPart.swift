import AutogenSQLText
import AutogenSchema

/// A section of a script from where it is to be gone on with.
struct ScriptPart {
    let script: RevisionScript
    let direction: Direction
    /// The byte of the section at which it begins.
    let start: Int

    /// - Parameter done: how many of its statements have run.
    init(
        _ script: RevisionScript, _ direction: Direction, after done: Int = 0,
        _ transactions: TransactionScope = .revision
    ) throws(MigrationError) {
        self.script = script
        self.direction = direction
        guard done > 0 else {
            start = 0
            return
        }
        let plan = try ScriptSegments(script, direction, transactions.setting(for: script))
        start = plan.statements.indices.contains(done) ? plan.statements[done].sql.range.lowerBound : .max
    }
}

extension RevisionScript {
    /// The tables that the statements of a section name as what they change, as they name them.
    package func tables(_ direction: Direction) -> [[String]] {
        SQLStatement.all(in: revision.sql(direction), syntax).flatMap { statement -> [[String]] in
            var reader = statement.reader
            var own: [[String]] = []
            if reader.skip("ALTER") {
                reader.skip("FOREIGN")
                if reader.skipTableHead(), let name = reader.name() { own.append(name) }
            } else if reader.skip("CREATE"), reader.skip(behind: "ON"), let name = reader.name() {
                // An index, a trigger, a policy.
                own.append(name)
            }
            own += TableEvent.events(of: statement).flatMap(\.tables)
            return own + RowChange.all(in: statement).compactMap(\.table)
        }
    }
}
