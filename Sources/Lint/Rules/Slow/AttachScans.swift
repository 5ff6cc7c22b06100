import AutogenSQLText

/// The rows of a partition are looked at for its bound while nobody reads or writes it; those of the default
/// partition, too.
///
/// With a validated check that says the same as the bound, none is looked at.
///
/// ```sql
/// ALTER TABLE visits_2026 ADD CONSTRAINT bound
///     CHECK (day >= '2026-01-01' AND day < '2027-01-01' AND day IS NOT NULL) NOT VALID;
/// -- in a later transaction
/// ALTER TABLE visits_2026 VALIDATE CONSTRAINT bound;
/// -- in a third
/// ALTER TABLE visits ATTACH PARTITION visits_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
/// ALTER TABLE visits_2026 DROP CONSTRAINT bound;
/// ```
enum AttachScans: SlowRule {
    static let code = "attach-scans"
    static let rewrites: Bool? = nil

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.begins(with: "ATTACH") } || statement.sql.starts(with: "CREATE", "TABLE")
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "validate a CHECK of the bound in a transaction before; for a default partition, one of what is not in it"
    }
}
