import AutogenPlan
import AutogenSQLText

/// Triggers, checks and foreign keys are switched off: rows come in that nothing has looked at.
///
/// `DISABLE TRIGGER` takes SHARE ROW EXCLUSIVE and holds for everybody until it is switched on again, also where the
/// script fails on its way; `session_replication_role` and SQLite's `ignore_check_constraints` hold for the session.
/// Write the statement so that the checks may run.
enum ChecksSwitchedOff: StatementRule {
    static let code = "checks-switched-off"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let isTrigger =
            statement.clauses.contains { $0.begins(with: "DISABLE", "TRIGGER") } && !statement.facts.uses.isEmpty
        guard isTrigger || isRole(statement.sql) || isPragma(statement.sql) else { return nil }
        return LintFault(
            isTrigger
                ? "triggers of the table are off for everybody"
                : "nothing looks at the rows that are written from here on",
            "leave them on; where that can't be, check the rows afterwards")
    }

    /// `SET session_replication_role = replica`
    private static func isRole(_ sql: SQLStatement) -> Bool {
        var reader = sql.reader
        guard reader.skip("SET") else { return false }
        _ = reader.skip("LOCAL") || reader.skip("SESSION")
        guard reader.name() == ["session_replication_role"] else { return false }
        _ = reader.skip(symbol: "=") || reader.skip("TO")
        return reader.next().map { value(of: $0, sql) } == "replica"
    }

    /// `PRAGMA ignore_check_constraints = 1`, `PRAGMA writable_schema = ON`
    private static func isPragma(_ sql: SQLStatement) -> Bool {
        var reader = sql.reader
        guard reader.skip("PRAGMA"), let name = reader.name()?.last?.lowercased(),
            ["ignore_check_constraints", "writable_schema"].contains(name)
        else { return false }
        _ = reader.skip(symbol: "=") || reader.skip(symbol: "(")
        return reader.next().map { !["0", "off", "no", "false"].contains(value(of: $0, sql)) } ?? false
    }

    private static func value(of token: SQLToken, _ sql: SQLStatement) -> String {
        (token.kind == .string ? sql.reader.value(of: token) : sql.text(of: token)).lowercased()
    }
}
