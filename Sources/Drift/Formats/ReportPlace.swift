import AutogenSchema

/// The place that a format shows a finding beside.
enum ReportPlace {
    /// Where it must have one, the configuration stands for the database.
    static func of(_ finding: Finding) -> FileLocation { known(finding) ?? FileLocation("autogen.yaml", line: 1) }

    /// The script of a revision, or where an object is declared.
    static func known(_ finding: Finding) -> FileLocation? {
        finding.subject.file.map { FileLocation($0, line: 1) } ?? finding.declaredAt
    }
}
