/// Another type has the whole table written anew, with all its indexes, while nobody reads or writes.
///
/// More room for text, for a `numeric` of the same scale or for fractions of a second costs nothing, and is
/// not found here: what is found was measured. Otherwise take a new column: add it, keep it in step by a
/// trigger, fill it in batches, and swap the names in a short transaction.
enum TypeRewrites: SlowRule {
    static let code = "type-rewrites"
    static let rewrites: Bool? = true

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.clauses.contains(where: \.changesType)
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "add a column of the new type, keep it in step by a trigger, fill it in batches, then swap the names"
    }
}
