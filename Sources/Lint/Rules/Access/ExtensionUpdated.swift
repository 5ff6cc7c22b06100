import AutogenSchema

/// An extension becomes another version: its functions, types and operators may do something else from now on.
///
/// Without `TO` it is whichever version the server has, and servers differ.
///
/// ```sql
/// ALTER EXTENSION postgis UPDATE TO '3.5.2';
/// ```
enum ExtensionUpdated: StatementRule {
    static let code = "extension-updated"
    static let severity = LintSeverity.note
    static let isOn = false

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        switch statement.shape {
        case .alter("EXTENSION", let name, let words, _) where words.first == "UPDATE":
            return LintFault(
                "extension \(SQL.shown(name)) becomes another version, with what it defines",
                "read its notes, and name the version: UPDATE TO '...'")
        case .createTable, .createIndex, .createPart, .create, .alterTable, .alter, .drop, .other: return nil
        }
    }
}
