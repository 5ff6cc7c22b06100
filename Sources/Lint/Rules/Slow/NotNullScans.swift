import AutogenSQLText
import AutogenSchema

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
enum NotNullScans: SlowRule {
    static let code = "not-null-scans"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains {
            $0.isFollowed(by: "SET", "NOT", "NULL")
                || $0.addsConstraint && !$0.has("CHECK") && $0.has("NOT", "NULL") && !$0.isNotValid
        }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        script.version.major >= 18
            ? "ADD CONSTRAINT ... NOT NULL column NOT VALID, and VALIDATE CONSTRAINT in another transaction"
            : "validate CHECK (column IS NOT NULL) in a transaction before, and drop it behind SET NOT NULL"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? {
        guard let altered = statement.alteredTable, altered.clauses.count == 1,
            altered.clauses[0].isFollowed(by: "SET", "NOT", "NULL"), let column = altered.clauses[0].column
        else { return nil }
        let table: SQL = "ALTER TABLE \(name: altered.table)"
        let own = "\(altered.table.last ?? "")_\(column)_not_null"
        guard script.version.major < 18 else {
            return """
                \(table) ADD CONSTRAINT \(SQL.quoted(name: own)) NOT NULL \(SQL.quoted(name: column)) NOT VALID;
                -- in a later transaction
                \(table) VALIDATE CONSTRAINT \(SQL.quoted(name: own));
                """
        }
        return """
            \(table) ADD CONSTRAINT \(SQL.quoted(name: own)) CHECK (\(SQL.quoted(name: column)) IS NOT NULL) NOT VALID;
            -- in a second transaction
            \(table) VALIDATE CONSTRAINT \(SQL.quoted(name: own));
            -- in a third
            \(statement.sql.text);
            \(table) DROP CONSTRAINT \(SQL.quoted(name: own));
            """
    }
}
