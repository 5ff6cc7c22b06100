/// The index of an exclusion constraint is built while nobody reads or writes, and the server has no other way.
///
/// `NOT VALID` and `USING INDEX` don't exist for it. Take a quiet hour, with `lock_timeout` set, and say so in the
/// script; a table that is too long for that needs a successor that has the constraint from its first row on.
///
/// ```sql
/// CREATE TABLE bookings_new (LIKE bookings INCLUDING ALL, EXCLUDE USING gist (room WITH =, during WITH &&));
/// -- then copy the rows in batches, keep both in step by a trigger, and swap the names
/// ```
enum ExclusionBuildsIndex: SlowRule {
    static let code = "exclusion-builds-index"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.words.first == "ADD" && $0.has("EXCLUDE") }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "run it when nobody needs it, or add it to a new table that the rows are copied to"
    }
}
