/// All rows are looked at for NULL while nobody reads or writes.
///
/// With a check that is validated already, `SET NOT NULL` looks at none.
///
/// ```sql
/// ALTER TABLE users ADD CONSTRAINT users_name_set CHECK (name IS NOT NULL) NOT VALID;
/// -- in a second transaction
/// ALTER TABLE users VALIDATE CONSTRAINT users_name_set;
/// -- in a third
/// ALTER TABLE users ALTER COLUMN name SET NOT NULL;
/// ALTER TABLE users DROP CONSTRAINT users_name_set;
/// ```
///
/// Never in one `ALTER TABLE`: that looks at the rows again. Since PostgreSQL 18: `ADD CONSTRAINT
/// users_name_set NOT NULL name NOT VALID`, then `VALIDATE CONSTRAINT`.
enum NotNullScans: StatementRule {
    static let code = "not-null-scans"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, !statement.isRewriting,
            statement.alteredTable?.clauses.contains(where: {
                $0.has("SET", "NOT", "NULL")
                    || $0.words.first == "ADD" && !$0.addsColumn && $0.has("NOT", "NULL") && !$0.isNotValid
            }) == true
        else { return nil }
        return LintFault(
            message: statement.slowText,
            advice: "validate CHECK (column IS NOT NULL) in a transaction before, and drop it behind SET NOT NULL")
    }
}
