import AutogenSchema

/// The index of a unique or primary key is built while nobody reads or writes.
///
/// ```sql
/// CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
/// -- in a later transaction
/// ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
/// ```
///
/// The columns of a primary key must be `NOT NULL` before, or all rows are looked at. Where a primary key takes the
/// place of another, both belong in one statement, so that the table is never without:
///
/// ```sql
/// CREATE UNIQUE INDEX CONCURRENTLY users_new_pkey ON users (tenant_id, id);
/// -- in a later transaction
/// ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_new_pkey;
/// ```
enum ConstraintBuildsIndex: SlowRule {
    static let code = "constraint-builds-index"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains {
            $0.words.first == "ADD" && ($0.has("UNIQUE") || $0.has("PRIMARY", "KEY")) && !$0.has("USING", "INDEX")
        }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        replacesKey(statement, script)
            ? "CREATE UNIQUE INDEX CONCURRENTLY before, then DROP CONSTRAINT and ADD ... USING INDEX in one ALTER TABLE"
            : "CREATE UNIQUE INDEX CONCURRENTLY before, then ADD CONSTRAINT ... USING INDEX"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? {
        guard let altered = statement.alteredTable, altered.clauses.count == 1, !script.isPartitioned(altered.table),
            let name = altered.clauses[0].constraint, let key = constraint(name, of: altered.table, in: script),
            key.included.value.isEmpty, !key.period.value, !key.nullsNotDistinct.value, key.deferrability.value == nil
        else { return nil }
        let word = key.type == .primaryKey ? "PRIMARY KEY" : "UNIQUE"
        let index: SQL =
            "CREATE UNIQUE INDEX CONCURRENTLY \(name: name) ON \(name: altered.table) (\(names: key.columns))"
        let use: SQL =
            "ALTER TABLE \(name: altered.table) ADD CONSTRAINT \(name: name) \(raw: word) USING INDEX \(name: name)"
        return "\(index);\n-- in a later transaction\n\(use);"
    }

    private static func constraint(_ name: String, of table: [String], in script: LintScript) -> Constraint? {
        script.after.body(ObjectID(.constraint, path: script.path(of: table) + [name]), as: Constraint.self)
    }

    private static func replacesKey(_ statement: LintStatement, _ script: LintScript) -> Bool {
        guard let table = statement.alteredTable.flatMap({ script.known($0.table) }) else { return false }
        return statement.clauses.contains { $0.has("PRIMARY", "KEY") }
            && script.before.primaryKey(of: table.path) != nil
    }
}
