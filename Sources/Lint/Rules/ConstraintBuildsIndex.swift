/// The index of a unique or primary key is built while nobody reads or writes.
///
/// ```sql
/// CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
/// -- in a later transaction
/// ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
/// ```
///
/// The columns of a primary key must be `NOT NULL` before, or all rows are looked at. An exclusion constraint
/// has no such way: take a quiet hour, or a new table.
enum ConstraintBuildsIndex: StatementRule {
    static let code = "constraint-builds-index"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, !statement.isRewriting,
            statement.alteredTable?.clauses.contains(where: {
                $0.words.first == "ADD" && ($0.has("UNIQUE") || $0.has("PRIMARY", "KEY") || $0.has("EXCLUDE"))
                    && !$0.has("USING", "INDEX")
            }) == true
        else { return nil }
        return LintFault(
            message: statement.slowText,
            advice: "CREATE UNIQUE INDEX CONCURRENTLY before, then ADD CONSTRAINT ... USING INDEX")
    }
}
