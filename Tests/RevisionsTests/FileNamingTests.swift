import AutogenSchema
import Testing

@testable import AutogenRevisions

/// Names of files by templates.
@Suite struct FileNamingTests {
    @Test(
        arguments: [
            (FileNaming.standardTemplate, nil, "20261120T231500Z_abc_add_users.sql"),
            ("{year}/{month}{day}-{slug}", nil, "2026/1120-add_users.sql"),
            ("{year}{month}{day}_{hour}{minute}{second}_{id}", "Europe/Berlin", "20261121_001500_abc.sql"),
            ("{stamp}_{id}", "Europe/Berlin", "20261121T001500_abc.sql"),
            ("{epoch}_{x.team}", nil, "1795216500_core.sql"),
        ] as [(String, String?, String)]) func names(_ template: String, _ zone: String?, _ expected: String) throws
    {
        let naming = try FileNaming(template: template, timeZone: zone, values: ["team": "Core"])
        let time = try #require(Timestamp("2026-11-20T23:15:00Z"))
        let revision = Revision(
            id: try id("abc"), downRevisions: [], message: "Add users", created: time, dialect: .sqlite)
        #expect(naming.fileName(of: revision) == expected)
    }

    @Test func faults() {
        #expect(throws: FileNamingError.outside("../{id}")) { try FileNaming(template: "../{id}") }
        #expect(throws: FileNamingError.notDistinct("x")) { try FileNaming(template: "x") }
    }
}
