/// A new column has the whole table written anew, while nobody reads or writes.
///
/// A constant, and `now()`, is kept in the catalog. What may be another value for each row is written to each
/// of them: a volatile default such as `gen_random_uuid()`, `serial` and `IDENTITY`, a `STORED` expression, a
/// domain with a check.
///
/// ```sql
/// ALTER TABLE users ADD COLUMN token uuid;
/// ALTER TABLE users ALTER COLUMN token SET DEFAULT gen_random_uuid();
/// -- then in batches
/// UPDATE users SET token = gen_random_uuid() WHERE id BETWEEN 1 AND 5000;
/// ```
///
/// A generated column can be `VIRTUAL` since PostgreSQL 18.
enum ColumnRewrites: StatementRule {
    static let code = "column-rewrites"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.isRewriting, statement.alteredTable?.clauses.contains(where: \.addsColumn) == true else {
            return nil
        }
        return LintFault(
            message: statement.slowText,
            advice: "add the column without it, then SET DEFAULT, then fill the rows in batches")
    }
}
