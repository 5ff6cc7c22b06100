/// A check is tried on all rows while nobody reads or writes.
///
/// Add it without looking at the rows, which is a matter of a moment, and look at them in another
/// transaction, which hinders nobody.
///
/// ```sql
/// ALTER TABLE users ADD CONSTRAINT users_age CHECK (age > 0) NOT VALID;
/// -- in a later transaction
/// ALTER TABLE users VALIDATE CONSTRAINT users_age;
/// ```
enum CheckScans: StatementRule {
    static let code = "check-scans"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, !statement.isRewriting,
            statement.alteredTable?.clauses.contains(where: {
                $0.words.first == "ADD" && $0.has("CHECK") && !$0.isNotValid
            })
                == true
        else { return nil }
        return LintFault(
            message: statement.slowText,
            advice: "ADD CONSTRAINT ... NOT VALID, and VALIDATE CONSTRAINT in another transaction")
    }
}
