/// A foreign key is tried on all rows while nobody writes to either table.
///
/// ```sql
/// ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;
/// -- in a later transaction
/// ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
/// ```
///
/// From a table with partitions a key can be `NOT VALID` since PostgreSQL 18; before, add it to each
/// partition first.
enum ForeignKeyScans: StatementRule {
    static let code = "foreign-key-scans"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, !statement.isRewriting,
            statement.alteredTable?.clauses.contains(where: {
                $0.words.first == "ADD" && $0.has("REFERENCES") && !$0.isNotValid
            }) == true
        else { return nil }
        return LintFault(
            message: statement.slowText,
            advice: "ADD CONSTRAINT ... FOREIGN KEY ... NOT VALID, and VALIDATE CONSTRAINT in another transaction")
    }
}
