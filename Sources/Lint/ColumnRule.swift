import AutogenSchema

/// A rule about the types of columns that come with a script.
protocol ColumnRule: LintRule {
    static var advice: String { get }
    /// What is wrong with a type; `nil` where nothing is.
    static func fault(_ type: String) -> String?
}

extension ColumnRule {
    package static var severity: LintSeverity { .note }

    package static func findings(in script: LintScript) -> [LintFinding] {
        script.newColumns.compactMap { id, column in
            fault(column.type).map {
                LintFinding(
                    code: code, severity: severity, file: script.file, line: script.line(naming: id),
                    message: "column \(SQL.shown(id.path)): \($0)", advice: advice)
            }
        }
    }
}
