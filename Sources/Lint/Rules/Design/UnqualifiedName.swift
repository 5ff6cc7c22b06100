import AutogenSchema

/// A name without its schema means whatever `search_path` finds first, and that may be another one for another role.
///
/// ```sql
/// ALTER TABLE app.users ADD COLUMN age integer;
/// ```
enum UnqualifiedName: StatementRule {
    static let code = "unqualified-name"
    static let severity = LintSeverity.note
    static let isOn = false

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let name: [String]? =
            switch statement.shape {
            case .createTable(let name), .createIndex(_, let name), .createPart(_, _, let name),
                .alterTable(let name, _):
                name
            case .create(let kind, let name), .alter(let kind, let name, _, _): kinds.contains(kind) ? name : nil
            case .drop(let kind, let names): kinds.contains(kind) ? names.first { $0.count == 1 } : nil
            case .other: nil
            }
        guard let name, name.count == 1 else { return nil }
        return LintFault(
            "which \(SQL.shown(name)) is meant is up to search_path", "write the schema before the name")
    }

    private static let kinds: Set = [
        "TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "AGGREGATE",
    ]
}
