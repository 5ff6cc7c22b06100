import AutogenDrift
import AutogenPlan
import AutogenRevisions
import AutogenSchema
import Foundation
import Testing

/// Every form of the drift report, from two recorded catalogs: no database is asked.
@Suite struct ReportGoldenTests {
    @Test(arguments: ReportFormat.allCases) func report(_ format: ReportFormat) throws {
        try Golden.expect(format.text(of: Self.report()), in: "drift/clinic.\(Self.ending(format))")
    }

    @Test func detailedText() throws {
        var writer = TextReport()
        writer.showsSQL = true
        try Golden.expect(writer.text(of: Self.report()), in: "drift/clinic-sql.txt")
    }

    @Test func pictures() throws {
        let diagram = Diagram(of: try Self.catalog("clinic-v2"))
        try Golden.expect(MermaidDiagram.text(of: diagram), in: "drift/clinic.mmd")
        try Golden.expect(DotDiagram.text(of: diagram), in: "drift/clinic.dot")
    }

    /// The report for programs is of the form that the documentation publishes.
    @Test func jsonIsAsDocumented() throws {
        let file = Golden.root.appending(path: "docs/drift-report.schema.json")
        let schema = try JSON(parsing: String(contentsOf: file, encoding: .utf8))
        let text = try JSON(parsing: JSONReport.text(of: Self.report()))
        #expect(JSONSchemaCheck(root: schema).faults(of: text) == [])
        let broken = try JSON(parsing: JSONReport.text(of: Self.report()).replacing("\"kind\"", with: "\"sort\""))
        #expect(JSONSchemaCheck(root: schema).faults(of: broken) != [])
    }

    private static func ending(_ format: ReportFormat) -> String {
        switch format {
        case .text: "txt"
        case .json: "json"
        case .markdown: "md"
        case .html: "html"
        case .github: "github"
        case .gitlab: "gitlab.json"
        case .sarif: "sarif"
        case .junit: "xml"
        }
    }

    static func catalog(_ name: String) throws -> Catalog {
        let url = Golden.root.appending(path: "snapshots/postgres/\(name).json")
        return try Snapshot.catalog(parsing: String(contentsOf: url, encoding: .utf8))
    }

    /// A clinic whose database is a version behind, with one finding known and one that was known until last year.
    static func report() throws -> DriftReport { try made.get() }

    /// Made once, since it takes a thousand times as long as any form of it.
    private static let made = Result { try make() }

    private static func make() throws -> DriftReport {
        let expected = try catalog("clinic-v2")
        let live = try catalog("clinic-v1")
        let scripts = try ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"].enumerated().map { place, id in
            let down = place == 0 ? "none" : String(repeating: ["a", "b"][place - 1], count: 12)
            let text =
                "-- revision: \(id)\n-- down-revision: \(down)\n-- message: Step \(place)\n-- dialect: postgresql\n"
            return try RevisionScript(parsing: text + "-- upgrade\n-- downgrade\n", file: "revisions/\(id).sql")
        }
        let graph = try RevisionGraph(scripts)
        let drift = SchemaFindings(live: live, expected: expected, rules: PostgresRules())
        var database = DatabaseSummary(name: "production")
        database.dialect = .postgresql
        database.version = live.version
        database.heads = graph.heads
        database.notes = ["the role can't see <everything> & says so"]
        let schema = drift.findings()
        database.comparisons = [StateComparison("to revision bbbbbbbbbbbb", differences: schema.count)]
        let repairs = drift.wholeRepairs()
        (database.restore, database.adopt) = (repairs.restore, repairs.adopt)
        let findings = RevisionFindings.findings(applied: [], graph: graph) + schema
        let report = DriftReport(
            databases: [database], findings: findings, diagram: Diagram(of: schema, live: live, expected: expected))
        let old = try #require(Day("2025-12-31"))
        var baseline = Baseline().accepting(Array(schema.prefix(1)), reason: "built by hand", until: nil)
        baseline = baseline.accepting(Array(schema.dropFirst().prefix(1)), reason: "until the new release", until: old)
        return report.marked(by: baseline, on: try #require(Day("2026-11-21")))
    }
}
