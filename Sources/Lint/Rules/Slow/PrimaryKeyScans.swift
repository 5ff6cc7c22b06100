/// A primary key takes an index that is there, and still all rows are looked at: one of its columns may be NULL.
///
/// The key makes its columns `NOT NULL`, and does so by reading the table while nobody else does. Columns that are
/// `NOT NULL` before cost nothing.
///
/// ```sql
/// ALTER TABLE users ADD CONSTRAINT users_id_set CHECK (id IS NOT NULL) NOT VALID;
/// -- in a second transaction
/// ALTER TABLE users VALIDATE CONSTRAINT users_id_set;
/// -- in a third
/// ALTER TABLE users ALTER COLUMN id SET NOT NULL;
/// ALTER TABLE users DROP CONSTRAINT users_id_set;
/// ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_idx;
/// ```
enum PrimaryKeyScans: SlowRule {
    static let code = "primary-key-scans"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.words.first == "ADD" && $0.has("PRIMARY", "KEY", "USING", "INDEX") }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "make the columns NOT NULL before, in steps that keep nobody waiting"
    }
}
