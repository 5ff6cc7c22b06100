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
enum CheckScans: SlowRule {
    static let code = "check-scans"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.words.first == "ADD" && $0.has("CHECK") && !$0.isNotValid }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "ADD CONSTRAINT ... NOT VALID, and VALIDATE CONSTRAINT in another transaction"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? { statement.validatedLater }
}
