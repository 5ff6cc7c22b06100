import AutogenSchema

/// A foreign key is tried on all rows while nobody writes to either table.
///
/// ```sql
/// ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;
/// -- in a later transaction
/// ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
/// ```
///
/// From a table with partitions a key can be `NOT VALID` since PostgreSQL 18; before, add it to each
/// partition first.
enum ForeignKeyScans: SlowRule {
    static let code = "foreign-key-scans"

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains { $0.words.first == "ADD" && $0.has("REFERENCES") && !$0.isNotValid }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        canWait(statement, script)
            ? "ADD CONSTRAINT ... FOREIGN KEY ... NOT VALID, and VALIDATE CONSTRAINT in another transaction"
            : "add the key to each partition first, NOT VALID and validated later; then the whole takes them over"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? {
        canWait(statement, script) ? statement.validatedLater : nil
    }

    /// A key of a table with partitions can be left unvalidated since server 18.
    private static func canWait(_ statement: LintStatement, _ script: LintScript) -> Bool {
        statement.alteredTable.map { script.version.major >= 18 || !script.isPartitioned($0.table) } ?? true
    }
}

extension LintStatement {
    /// A constraint that is added alone, without a look at the rows, and the look in a transaction of its own.
    var validatedLater: String? {
        guard let altered = alteredTable, altered.clauses.count == 1, let name = altered.clauses[0].constraint,
            altered.clauses[0].addsConstraint
        else { return nil }
        let validation: SQL = "ALTER TABLE \(name: altered.table) VALIDATE CONSTRAINT \(name: name)"
        return "\(appending("NOT VALID"))\n-- in a later transaction\n\(validation);"
    }
}
