import AutogenSchema

/// A table that programs write to takes less than it did: a new check, key or restrictive policy, or a column that takes
/// no NULL any more.
///
/// Who still writes what is now refused fails. Let the programs go first, and the constraint come after them.
enum WritesRestricted: LintRule {
    static let code = "writes-restricted"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let advice = "let programs that write only what it allows run first"
        let constraints = script.new(.constraint).compactMap { id -> LintFault? in
            guard let constraint = script.after.body(id, as: Constraint.self), !script.isNew(table: id.tablePath)
            else { return nil }
            return script.fault(
                "what \(id) does not allow is refused to programs that run now", advice, of: id,
                columns: constraint.columns)
        }
        let columns = script.changed(Column.self).filter { $0.new.notNull && !$0.old.notNull }.map { id, _, _ in
            script.fault("NULL in \(SQL.shown(id.path)) is refused to programs that run now", advice, of: id)
        }
        let policies = script.new(.policy).compactMap { id -> LintFault? in
            guard let policy = script.after.body(id, as: Policy.self), policy.restrictive,
                !script.isNew(table: id.tablePath)
            else { return nil }
            return script.fault("what \(id) does not allow is refused to programs that run now", advice, of: id)
        }
        return constraints + columns + policies
    }
}
