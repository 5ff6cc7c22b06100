/// A domain gets a constraint, and all tables that have a column of it are read while nobody writes to them.
///
/// Without a look at the rows it is a matter of a moment. The look in another transaction takes the same locks, but
/// one can choose its hour; a check on the columns themselves hinders nobody.
///
/// ```sql
/// ALTER DOMAIN level ADD CONSTRAINT level_range CHECK (VALUE < 9) NOT VALID;
/// -- in a later transaction, at a quiet hour
/// ALTER DOMAIN level VALIDATE CONSTRAINT level_range;
/// ```
enum DomainScans: SlowRule {
    static let code = "domain-scans"
    static let rewrites: Bool? = nil

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        switch statement.shape {
        case .alter(let kind, _, _, _): kind == "DOMAIN"
        case .createTable, .createIndex, .createPart, .create, .alterTable, .drop, .other: false
        }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "ADD CONSTRAINT ... NOT VALID, and VALIDATE CONSTRAINT in another transaction"
    }
}
