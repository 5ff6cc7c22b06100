package import AutogenConnection
package import AutogenPlan
package import AutogenSQLText
import AutogenSchema

/// A statement of a section with what stands over it, and what it takes.
package struct ObservedStatement: Sendable {
    package let sql: SQLStatement
    /// Where it begins in the file, counted from 1.
    package let line: Int
    /// Which of the section's transactions it is in.
    package let transaction: Int
    /// The comments over it, with their lines.
    package let comments: [(text: String, line: Int)]
    package let facts: StatementFacts
}

extension RevisionScript {
    /// Runs a section and tells what its statements take; throws the error of the one that the database refuses.
    ///
    /// - Parameter splits: whether each statement gets a transaction of its own, if the script allows that.
    package func observed(
        _ direction: Direction, on connection: any Connection, splits: Bool
    ) async throws -> [ObservedStatement] {
        let meter = SectionMeter(script: self, direction: direction, connection: connection)
        let plan = try ScriptSegments(self, direction, revision.transaction)
        let facts = try await meter.facts(splits: splits && canSplit(direction))
        let bytes = Array(revision.sql(direction).utf8)
        let firstLine = firstLine(direction)
        var start = 0
        var observed: [ObservedStatement] = []
        for (transaction, segment) in plan.segments.enumerated() {
            for index in segment.range {
                let statement = plan.statements[index]
                let comments = Self.comments(in: bytes, start..<statement.sql.range.lowerBound, syntax, firstLine)
                start = statement.sql.end
                observed.append(
                    ObservedStatement(
                        sql: statement.sql, line: statement.line, transaction: transaction, comments: comments,
                        facts: facts[index]))
            }
        }
        return observed
    }

    private static func comments(
        in bytes: [UInt8], _ stretch: Range<Int>, _ syntax: SQLSyntax, _ firstLine: Int
    ) -> [(text: String, line: Int)] {
        let part = Array(bytes[stretch])
        var lexer = SQLLexer(part, syntax)
        let before = firstLine + bytes[..<stretch.lowerBound].count { $0 == UInt8(ascii: "\n") }
        var found: [(text: String, line: Int)] = []
        while let token = lexer.next() {
            guard token.kind == .lineComment else { continue }
            let line = before + part[..<token.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            found.append((String(decoding: part[token.range], as: UTF8.self).trimmingSpaces, line))
        }
        return found
    }
}
