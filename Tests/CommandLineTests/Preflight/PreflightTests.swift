import Foundation
import Testing

/// What rows would make a script fail is known before its first statement; the database's own refusal is the witness.
@Suite struct PreflightTests {
    private func withCase(
        _ row: RowCase, _ body: (_ project: Project, _ url: String) async throws -> Void
    ) async throws {
        for engine in row.engines {
            switch engine {
            case .sqlite: try await prepared(row, engine, "sqlite:app.db", body)
            case .postgresql: try await Server().withDatabase { try await prepared(row, engine, $0, body) }
            }
        }
    }

    private func prepared(
        _ row: RowCase, _ engine: RowCase.Engine, _ url: String, _ body: (Project, String) async throws -> Void
    ) async throws {
        let project = try await Project(url: url, schema: "")
        try project.writeRevision("r0", engine.rawValue, upgrade: row.tables, downgrade: "")
        try await project.done("upgrade")
        if !row.rows.isEmpty { try await project.run(row.rows, on: url) }
        for (index, script) in row.scripts.enumerated() {
            try project.writeRevision(
                "r\(index + 1)", after: "r\(index)", engine.rawValue, upgrade: script, downgrade: "")
        }
        try await body(project, url)
    }

    @Test(arguments: RowCase.violations)
    func violationsAreNamed(_ row: RowCase) async throws {
        let says = try #require(row.says)
        try await withCase(row) { project, url in
            let before = try await project.run("SELECT * FROM autogen_version", on: url)
            let look = try await project.autogen("upgrade", "--preflight", "only", "--allow", "drift")
            #expect(look.status == 4 && look.errors.contains("\(says)\n"), "\(row): \(look.output)\(look.errors)")
            let refused = try await project.autogen("upgrade", "--allow", "drift")
            #expect(refused.status == 4 && refused.errors.contains("\(says)\n"), "\(row): \(refused.errors)")
            #expect(refused.errors.contains("the upgrade was not begun"))
            #expect(try await project.run("SELECT * FROM autogen_version", on: url) == before)
            // What the database itself says.
            let failed = try await project.autogen("upgrade", "--preflight", "off", "--allow", "drift")
            #expect(failed.status == 3, "\(row): \(failed.output)\(failed.errors)")
        }
    }

    @Test(arguments: RowCase.clean)
    func cleanRowsAreSilent(_ row: RowCase) async throws {
        try await withCase(row) { project, _ in
            let look = try await project.autogen("upgrade", "--preflight", "only", "--allow", "drift")
            #expect(
                look.status == 0 && look.output == "the rows have all that these revisions ask of them\n",
                "\(row): \(look.output)\(look.errors)")
            let done = try await project.autogen("upgrade", "--preflight", "strict", "--allow", "drift")
            #expect(done.status == 0, "\(row): \(done.output)\(done.errors)")
        }
    }

    @Test func thereAreEnough() {
        for engine in RowCase.Engine.allCases {
            #expect(RowCase.clean.count { $0.engines.contains(engine) } >= 10)
            #expect(RowCase.violations.count { $0.engines.contains(engine) } >= 10)
        }
    }
}
