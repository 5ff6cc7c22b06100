package import AutogenSchema

/// Alembic as its user runs it, in the folder of its project.
package struct AlembicProgram: Sendable {
    package struct Outcome: Sendable {
        package let isDone: Bool
        package let output: String
        package let errors: String

        package init(isDone: Bool, output: String, errors: String) {
            self.isDone = isDone
            self.output = output
            self.errors = errors
        }

        /// The last thing it said, which tells what is wrong.
        var complaint: String {
            let lines = (errors + "\n" + output).split(separator: "\n")
            let failed = lines.last { $0.contains("FAILED:") }
            let last = errors.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }
            return String(failed ?? last ?? "it said nothing")
        }
    }

    let run: @Sendable ([String]) async throws -> Outcome

    /// - Parameter run: runs it with some arguments.
    package init(_ run: @escaping @Sendable ([String]) async throws -> Outcome) { self.run = run }

    func output(_ arguments: String...) async throws -> String {
        let outcome = try await run(arguments)
        guard outcome.isDone else { throw AlembicError.failed(arguments, outcome.complaint) }
        return outcome.output
    }
}

/// Why the revisions of an Alembic project can't be taken over.
package enum AlembicError: ExplainedError, Sendable, Hashable {
    case failed([String], String)
    case noRevisions
    /// Files of revisions, with what Alembic says.
    case noSQL([String])

    package var category: ErrorCategory {
        switch self {
        case .failed, .noRevisions: .usage
        case .noSQL: .unsafe
        }
    }

    package var explanation: Explanation {
        switch self {
        case .failed(let arguments, let complaint):
            Explanation("alembic \(arguments.joined(separator: " ")) fails: \(complaint)")
        case .noRevisions: Explanation("alembic history lists no revision")
        case .noSQL(let lines):
            Explanation(
                "Alembic can't print the SQL of these revisions: they ask a database while they run\n"
                    + lines.map { "  \($0)" }.joined(separator: "\n"), advice: "nothing was written")
        }
    }
}
