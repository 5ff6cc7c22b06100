import AutogenPlan
import AutogenSchema

/// Taking a partition out makes everybody who uses the whole table wait.
///
/// ```sql
/// ALTER TABLE visits DETACH PARTITION visits_2025 CONCURRENTLY;
/// ```
///
/// It commits on its way; where it was interrupted, `DETACH PARTITION ... FINALIZE` ends it. With a default
/// partition there is no other way than to wait.
///
/// It is off, since the lock is held for a moment only: `upgrade` gives up after a tenth of a second and tries again. Turn
/// it on where scripts are run by other means.
enum DetachBlocks: StatementRule {
    static let code = "detach-blocks"
    static let isOn = false

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard let altered = statement.alteredTable,
            altered.clauses.contains(where: {
                $0.begins(with: "DETACH") && !$0.has("CONCURRENTLY") && !$0.has("FINALIZE")
            }),
            statement.facts.uses.contains(where: { $0.lock?.blocksReads == true })
        else { return nil }
        let parent = script.path(of: altered.table)
        let hasDefault = script.before.ids(of: .partition).contains { id in
            script.before.body(id, as: Partition.self).map { $0.parent == parent && $0.isDefault } ?? false
        }
        return LintFault(
            "table \(altered.table.joined(separator: ".")) is locked for everybody",
            hasDefault
                ? "with a default partition there is no other way: run it when nobody needs the table"
                : "DETACH PARTITION ... CONCURRENTLY, in a script with -- transaction: no",
            fix: altered.clauses.count == 1 && !hasDefault ? statement.appending("CONCURRENTLY") : nil)
    }
}
