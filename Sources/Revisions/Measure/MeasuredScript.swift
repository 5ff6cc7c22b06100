package import AutogenConnection
package import AutogenPlan
package import AutogenSQLText
import AutogenSchema

/// A statement of a section with what stands over it, and what it takes.
package struct ObservedStatement: Sendable {
    package let sql: SQLStatement
    /// Where it begins in the file, counted from 1.
    package let line: Int
    /// Where it begins on the line, in Unicode scalars, counted from 1.
    package let column: Int
    /// Which of the section's transactions it is in.
    package let transaction: Int
    /// The comments over it, with their lines.
    package let comments: [(text: String, line: Int)]
    package let facts: StatementFacts
}

/// A statement that a database refused while a script was looked at.
package struct RefusedStatement: Error {
    /// Where it is in the file, both counted from 1.
    package let line: Int
    package let column: Int
    package let error: DatabaseError
}

extension RevisionScript {
    /// Runs a section and tells what its statements take; throws ``RefusedStatement`` for one that the database refuses.
    ///
    /// - Parameter splits: whether each statement gets a transaction of its own, if the script allows that.
    package func observed(
        _ direction: Direction, on connection: any Connection, splits: Bool
    ) async throws -> [ObservedStatement] {
        let meter = SectionMeter(script: self, direction: direction, connection: connection)
        let plan = try ScriptSegments(self, direction, revision.transaction)
        let facts = try await meter.facts(splits: splits && canSplit(direction)) { statement, error in
            let place = statement.place(of: error.position)
            return RefusedStatement(line: place.line, column: place.column, error: error)
        }
        var observed: [ObservedStatement] = []
        for (transaction, segment) in plan.segments.enumerated() {
            for index in segment.range {
                let statement = plan.statements[index]
                observed.append(
                    ObservedStatement(
                        sql: statement.sql, line: statement.line, column: statement.column, transaction: transaction,
                        comments: statement.comments.map { ($0.text, $0.line) }, facts: facts[index]))
            }
        }
        return observed
    }
}
