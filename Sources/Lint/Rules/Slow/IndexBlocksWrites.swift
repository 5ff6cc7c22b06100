import AutogenSchema

/// An index is built while nobody can write to the table.
///
/// `CREATE INDEX` holds SHARE until the whole table is read and sorted. Build it beside the clients instead;
/// a script that does so has `-- transaction: no`, and an attempt that fails is cleaned up and made again.
///
/// ```sql
/// CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
/// ```
enum IndexBlocksWrites: SlowRule {
    static let code = "index-blocks-writes"
    static let rewrites: Bool? = nil

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        switch statement.shape {
        case .createIndex(_, let table): !script.isPartitioned(table)
        case .createTable, .createPart, .create, .alterTable, .alter, .drop, .other: false
        }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "CREATE INDEX CONCURRENTLY, in a script with -- transaction: no"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? {
        statement.inserting("CONCURRENTLY", behind: "INDEX")
    }
}

extension LintScript {
    /// Whether a table that was there before the script is cut into partitions.
    func isPartitioned(_ table: [String]) -> Bool {
        known(table).flatMap { before.body($0, as: Table.self) }?.partitionKey != nil
    }
}
