import Autogen
import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// Changes and hazards as a person reads them.
enum ChangeText {
    static func text(of diff: SchemaDiff, _ terminal: Terminal) -> String {
        guard !diff.isEmpty else { return "no difference" }
        let count = diff.plan.renames.count + ChangeSummary.visible(diff.plan.changes).count
        let lines =
            lines(of: diff.plan, terminal, indent: "")
            + RenameQuestions.gathered(diff.candidates).compactMap { CommandLineAdvice.text(of: $0, terminal) }
        return (lines + ["\(count) difference\(count == 1 ? "" : "s")"]).joined(separator: "\n")
    }

    /// - Parameter measured: whether what was measured says what statements block and go through, and not the rules.
    static func lines(of plan: Plan, _ terminal: Terminal, indent: String, measured: Bool = false) -> [String] {
        let renames = plan.renames.map { indent + terminal.output("> \($0)", .changed) }
        let changes = ChangeSummary.visible(plan.changes).map { change in
            indent + terminal.output(ChangeSummary.line(of: change), style(of: change))
        }
        let hazards = plan.statements.flatMap { statement in
            statement.hazards.unique.filter { !measured || $0.use == nil }.map { hazard in
                let place = hazard.object.map { "\($0): \(CommandLineAdvice.text(of: hazard))" }
                return "\(indent)\(terminal.output("! \(hazard.kind.rawValue)", .bold)): "
                    + (place ?? "\(hazard.message): \(excerpt(statement.sql.text))")
            }
        }
        return renames + changes + hazards
    }

    /// What clients notice of the statements of a revision.
    static func lines(
        of statements: [MeasuredStatement], sizes: [Address: RelationSize], _ terminal: Terminal, indent: String
    ) -> [String] {
        statements.map { statement in
            "\(indent)\(terminal.output("! measured", .bold)): \(statement.facts.text(with: sizes)): "
                + excerpt(statement.text)
        }
    }

    /// The first line, cut to what fits beside a message.
    private static func excerpt(_ sql: String) -> String {
        let line = sql.prefix { !$0.isNewline }
        return line.count < sql.count || line.count > 60 ? "\(line.prefix(60)) ..." : String(line)
    }

    private static func style(of change: Change) -> Style {
        switch change {
        case .create: .added
        case .drop: .removed
        case .alter: .changed
        }
    }
}
