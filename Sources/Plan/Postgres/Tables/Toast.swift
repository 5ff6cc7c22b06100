import AutogenDiff
import AutogenSchema

/// Parameters of the table behind a table that holds its long values. It comes with the first column that may have some,
/// at the end of the statement, and parameters set before that are lost.
enum Toast {
    static func isOption(_ option: String) -> Bool { option.hasPrefix("toast.") }

    /// Whether the parameters wait until the columns are there.
    static func isLate(_ table: ObjectID, in context: ObjectPlan) -> Bool {
        (context.newParts[table] ?? []).contains { part in
            part.kind == .column && (context.isMade(part) || context.altered[part] != nil)
        }
    }

    /// The parameters that waited, for the end of the script.
    static func statements(in context: ObjectPlan) -> [Statement] {
        context.altered.values.filter { $0.id.kind == .table && isLate($0.id, in: context) }
            .sorted { $0.id < $1.id }
            .flatMap { change -> [Statement] in
                guard case .table(let from) = change.from.definition, case .table(let to) = change.to.definition
                else { return [] }
                return Options.changes(
                    from: from.options.filter(isOption), to: to.options.filter(isOption),
                    head: "ALTER TABLE \(name: change.id.path)")
            }
    }
}
