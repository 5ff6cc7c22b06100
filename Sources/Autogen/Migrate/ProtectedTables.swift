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
        let kinds = project.protected.subtracting([.dataLoss])
        guard !kinds.isEmpty else { return }
        func isAllowed(_ protection: Protection) -> Bool {
            switch protection {
            case .dataLoss: true
            case .rewrite: allowed.contains(.rewrite)
            case .lock: allowed.contains(.lock)
            }
        }
        for script in scripts where !script.isAsMeasured {
            onEvent(
                .warning("note: \(script.file) is not as it was measured: whether clients wait for it is not known"))
        }
        let sizes = try await RelationSize.all(
            of: Set(scripts.flatMap { $0.measuredRelations(direction) }).sorted(), on: connection)
        // By another name a table may be there, and be large.
        let isRenaming = scripts.contains { !$0.revision.renames.isEmpty }
        func holdsRows(_ use: RelationUse) -> Bool { sizes[use.relation].map { !$0.isEmpty } ?? isRenaming }
        let statements = scripts.flatMap { script in
            script.measuredStatements(direction).compactMap { statement -> ProtectedTables.Statement? in
                guard let protection = statement.facts.protection(among: kinds, where: holdsRows),
                    !isAllowed(protection)
                else { return nil }
                return ProtectedTables.Statement(
                    place: FileLocation(script.file, line: statement.line), protection: protection,
                    text: statement.facts.text(with: sizes))
            }
        }
        guard statements.isEmpty else { throw ProtectedTables(statements: statements) }
    }
}

extension StatementFacts {
    /// Which of some protections is from the statement; `nil` where nobody waits for long.
    fileprivate func protection(
        among kinds: Set<Protection>, where holdsRows: (RelationUse) -> Bool
    ) -> Protection? {
        let large = uses.filter { $0.effect?.growsWithRows == true && holdsRows($0) }
        guard !large.isEmpty else { return nil }
        if kinds.contains(.rewrite), large.contains(where: { $0.effect == .rewritten || $0.effect == .copied }) {
            return .rewrite
        }
        return kinds.contains(.lock) && (uses + held).contains { $0.lock?.blocksWrites == true } ? .lock : nil
    }
}
