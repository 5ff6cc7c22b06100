import AutogenSchema

/// A column may be NULL that never was: programs that read it may not expect that.
///
/// Nothing fails at once. It fails with the first row that has no value, in whoever reads it.
enum NullComes: LintRule {
    static let code = "null-comes"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.changed(Column.self).filter { $0.old.notNull && !$0.new.notNull }.map { id, _, _ in
            script.fault(
                "programs that run now may read NULL from \(SQL.shown(id.path)), which they never did",
                "let programs that expect it run first", of: id)
        }
    }
}
