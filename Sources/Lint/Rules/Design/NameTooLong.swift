import AutogenSQLText

/// PostgreSQL cuts names to 63 bytes and says so in a notice: the object has another name than the script
/// says, and two that begin alike are one.
enum NameTooLong: StatementRule {
    static let code = "name-too-long"
    static let severity = LintSeverity.error

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let reader = statement.sql.reader
        let long = statement.sql.tokens.lazy
            .filter { $0.kind == .word || $0.kind == .quotedName }.compactMap { reader.name(of: $0) }
            .first { $0.utf8.count > 63 }
        guard let long else { return nil }
        return LintFault(
            "the name \(long.prefix(40))... has \(long.utf8.count) bytes, of which the server keeps 63",
            "a name of at most 63 bytes")
    }
}
