import AutogenPlan
import AutogenSchema

/// Two statements go through all rows of a table, one after the other, and one would do.
///
/// The actions of one `ALTER TABLE` share one pass over the rows. What is left apart on purpose is not found here:
/// `VALIDATE CONSTRAINT`, and `SET NOT NULL` behind the check that spares it the look.
///
/// ```sql
/// ALTER TABLE users ALTER COLUMN id TYPE bigint, ALTER COLUMN team_id TYPE bigint;
/// ```
enum ScannedTwice: LintRule {
    static let code = "scanned-twice"
    static let severity = LintSeverity.note

    static func faults(in script: LintScript) -> [LintFault] {
        var seen: [Address: Int] = [:]
        return script.statements.enumerated().compactMap { place, statement in
            guard statement.alteredTable != nil, let use = statement.slow.first else { return nil }
            defer { seen[use.relation] = place }
            guard let first = seen[use.relation], !mustStandApart(statement),
                !mustStandApart(script.statements[first])
            else { return nil }
            return LintFault(
                "all rows of \(use.relation) are gone through again, as by the statement on line \(script.statements[first].line)",
                "one ALTER TABLE with both actions goes through them once", at: place, of: [use.relation.path])
        }
    }

    /// What looks at rows again where it stands in one statement with the constraint that spares it the look.
    private static func mustStandApart(_ statement: LintStatement) -> Bool {
        statement.clauses.contains {
            $0.begins(with: "VALIDATE") || $0.begins(with: "ATTACH") || $0.isFollowed(by: "SET", "NOT", "NULL")
        }
    }
}
