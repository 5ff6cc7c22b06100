import AutogenSchema

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
enum ColumnRewrites: SlowRule {
    static let code = "column-rewrites"
    static let rewrites: Bool? = true

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.addsColumn || changesExpression($0) }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        let isStored = statement.clauses.contains { $0.addsColumn && $0.has("STORED") || changesExpression($0) }
        guard isStored else { return "add the column without it, then SET DEFAULT, then fill the rows in batches" }
        return script.version.major >= 18
            ? "a VIRTUAL column, or a plain one that a trigger fills"
            : "a plain column that a trigger fills, and the rows that are there in batches"
    }

    /// `ALTER COLUMN ... SET EXPRESSION`, since server 17.
    private static func changesExpression(_ clause: AlterClause) -> Bool {
        clause.words.first == "ALTER" && clause.isFollowed(by: "SET", "EXPRESSION")
    }
}
