import AutogenDrift
import AutogenLint
import AutogenSchema
import Testing

/// Every form of the findings of lint.
@Suite struct LintGoldenTests {
    @Test(arguments: LintFormat.allCases) func report(_ format: LintFormat) throws {
        try Golden.expect(format.text(of: Self.report), in: "lint/users.\(Self.ending(format))")
    }

    @Test func nothingFound() {
        let report = LintReport(scripts: ["revisions/1.sql"], findings: [])
        #expect(LintFormat.text.text(of: report) == "ok: nothing found in 1 script\n")
        #expect(LintFormat.github.text(of: report) == "")
    }

    private static func ending(_ format: LintFormat) -> String {
        switch format {
        case .text: "txt"
        case .json: "json"
        case .markdown: "md"
        case .github: "github"
        case .gitlab: "gitlab.json"
        case .sarif: "sarif"
        case .junit: "xml"
        }
    }

    private static let report = LintReport(
        scripts: ["revisions/1 first.sql", "revisions/2.sql", "revisions/3.sql"],
        findings: [
            LintFinding(
                code: "index-blocks-writes", severity: .warning, file: "revisions/2.sql", line: 12, column: 1,
                end: FileLocation("revisions/2.sql", line: 12, column: 47),
                message: "table public.users is scanned under SHARE: nobody writes to it meanwhile",
                advice: "CREATE INDEX CONCURRENTLY, in a script with -- transaction: no",
                fix: "CREATE INDEX CONCURRENTLY users_email_idx ON users (email);"
            ).quoting(Array(repeating: "CREATE INDEX users_email_idx ON users (email);", count: 12)),
            LintFinding(
                code: "refused", severity: .error, file: "revisions/1 first.sql", line: 3, column: 13,
                message: "a scratch database refuses it: relation \"<b>\" does not exist",
                advice: "it would fail in every database; edit the script"
            ).quoting(["", "", "ALTER TABLE \"<b>\" ADD COLUMN a int;"]),
            LintFinding(
                code: "table-without-comment", severity: .note, file: "revisions/2.sql", line: 9,
                message: "public.users: nobody says what it is for", advice: "COMMENT ON TABLE"),
        ])
}
