import AutogenConnection
import AutogenPlan
import AutogenRevisions
public import AutogenSchema

/// Statements that an environment wants nobody to run without a word.
public struct ProtectedTables: ExplainedError, Sendable, Hashable {
    /// A statement, and what it does to a table that holds rows.
    public struct Statement: Sendable, Hashable {
        /// The script and the line on which the statement begins.
        public let place: FileLocation
        /// Why it is protected.
        public let protection: Protection
        /// What it goes through, with the size at hand.
        public let text: String
    }

    /// In the order in which they would run.
    public let statements: [Statement]

    /// Always `unsafe`.
    public var category: ErrorCategory { .unsafe }

    /// A line for each statement.
    public var explanation: Explanation {
        let lines = statements.map { "  \($0.place): \($0.text)" }
        return Explanation(
            "clients of this database would wait while tables are gone through:\n" + lines.joined(separator: "\n"),
            advice: "nothing was run; run it when the tables may be taken, or write it in steps that take none")
    }

    /// What to allow so that all of them may run.
    package var allowances: [Allowance] {
        let kinds = Set(statements.map(\.protection))
        return (kinds.contains(.rewrite) ? [.rewrite] : []) + (kinds.contains(.lock) ? [.lock] : [])
    }
}

extension SchemaMigrator {
    /// Throws ``ProtectedTables`` where scripts go through tables with rows in a way from which the environment is protected.
    func checkProtection(
        before scripts: [RevisionScript], _ direction: Direction, _ allowed: Set<Allowance>,
        on connection: any Connection
    ) async throws {
        let kinds = project.protected.filter {
            switch $0 {
            case .dataLoss: false
            case .rewrite: !allowed.contains(.rewrite)
            case .lock: !allowed.contains(.lock)
            }
        }
        guard !kinds.isEmpty else { return }
        let sizes = try await RelationSize.all(
            of: Set(scripts.flatMap { $0.measuredRelations(direction) }).sorted(), on: connection)
        let statements = scripts.flatMap { script in
            script.measuredStatements(direction).compactMap { statement -> ProtectedTables.Statement? in
                guard let protection = statement.facts.protection(sizes), kinds.contains(protection) else { return nil }
                return ProtectedTables.Statement(
                    place: FileLocation(script.file, line: statement.line), protection: protection,
                    text: statement.facts.text(with: sizes))
            }
        }
        guard statements.isEmpty else { throw ProtectedTables(statements: statements) }
    }
}

extension StatementFacts {
    /// What protects from the statement; `nil` where nobody waits for long.
    fileprivate func protection(_ sizes: [Address: RelationSize]) -> Protection? {
        let large = uses.filter { $0.effect?.growsWithRows == true && sizes[$0.relation]?.isEmpty != true }
        guard !large.isEmpty else { return nil }
        if large.contains(where: { $0.effect == .rewritten || $0.effect == .copied }) { return .rewrite }
        return (uses + held).contains { $0.lock?.blocksWrites == true } ? .lock : nil
    }
}
