import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// A statement waits for a table as long as it takes, and meanwhile everybody waits behind it.
///
/// A long report is enough: the statement waits for it, and every query that comes later waits for the statement. With
/// a limit it gives up and is tried again; `autogen upgrade` does so by itself after a tenth of a second, unless
/// `lock-timeout: 0s` says that it is to wait without end.
///
/// ```yaml
/// revisions:
///   lock-timeout: 2s
///   retries: 5
/// ```
enum NoLockTimeout: LintRule {
    static let code = "no-lock-timeout"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        guard !script.limitsLocks else { return [] }
        for (place, statement) in script.statements.enumerated() {
            if statement.sql.sets("lock_timeout") { return [] }
            let use = statement.facts.uses.first {
                $0.lock?.blocksWrites == true && $0.relation.kind == Kind.table.rawValue
            }
            guard let use else { continue }
            return [
                LintFault(
                    "it waits for \(use.relation) without a limit, and all who come later wait behind it",
                    "lock-timeout: 2s under revisions in autogen.yaml, or SET LOCAL lock_timeout before",
                    fix: "SET LOCAL lock_timeout = '2s';\n\(statement.sql.text);", at: place, of: [use.relation.path])
            ]
        }
        return []
    }
}
