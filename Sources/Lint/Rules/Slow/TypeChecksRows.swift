/// A column gets a type that asks no row to be written anew, and still all rows are read while nobody else does.
///
/// A check over the column is tried again on all rows, and so is a foreign key; an index over it may be built anew.
/// Without the check the change is a matter of a moment.
///
/// ```sql
/// ALTER TABLE users DROP CONSTRAINT users_name_check;
/// ALTER TABLE users ALTER COLUMN name TYPE text;
/// ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (name <> '') NOT VALID;
/// -- in a later transaction
/// ALTER TABLE users VALIDATE CONSTRAINT users_name_check;
/// ```
enum TypeChecksRows: SlowRule {
    static let code = "type-checks-rows"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains(where: \.changesType)
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "drop the check before, and add it again NOT VALID; validate it in another transaction"
    }
}
