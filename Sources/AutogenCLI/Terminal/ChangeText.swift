import Autogen
import AutogenDiff
import AutogenPlan

/// Changes and hazards as a person reads them.
enum ChangeText {
    static func text(of diff: SchemaDiff, _ terminal: Terminal) -> String {
        guard !diff.isEmpty else { return "no difference" }
        let count = diff.plan.changes.count
        let lines = lines(of: diff.plan, terminal, indent: "")
        return (lines + ["\(count) difference\(count == 1 ? "" : "s")"]).joined(separator: "\n")
    }

    static func lines(of plan: Plan, _ terminal: Terminal, indent: String) -> [String] {
        let changes = plan.changes.map { indent + terminal.output("\($0)", style(of: $0)) }
        var seen: Set<Hazard> = []
        let hazards = plan.hazards.filter { seen.insert($0).inserted }
        return changes + hazards.map { "\(indent)\(terminal.output("! \($0.kind.rawValue)", .bold)): \($0.message)" }
    }

    private static func style(of change: Change) -> Style {
        switch change {
        case .create: .added
        case .drop: .removed
        case .alter: .changed
        }
    }
}
