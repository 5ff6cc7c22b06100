import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Synchronization
import TestSupport
import Testing

@Suite struct EnvironmentTests {
    /// Tells what it was asked for.
    final class Recording: MigrationEnvironment {
        let log = Mutex<[String]>([])

        func online(_ work: OnlineWork) async throws {
            log.withLock { $0.append("\(work.access) \(work.project.settings["who"] ?? "")") }
            try await work.provider.withConnection(to: work.url, for: work.access) { connection in
                try await work.run(on: connection)
            }
        }

        func offline(_ work: OfflineWork) async throws -> String {
            "-- \(work.direction) of \(work.scripts.count)\n" + (try work.script(table: VersionTable(name: "seen")))
        }
    }

    struct Silent: MigrationEnvironment {
        func online(_ work: OnlineWork) async throws {}
    }

    private func autogen(_ environment: any MigrationEnvironment) throws -> (ProjectFolder, SchemaMigrator) {
        let folder = try ProjectFolder()
        try folder.revise(1, .sqlite, up: "CREATE TABLE a (id integer);", down: "DROP TABLE a;")
        var project = folder.project
        project.url = try folder.sqliteURL()
        project.settings["who"] = "ada"
        var autogen = SchemaMigrator(provider: TestProvider(), project: project)
        autogen.environment = environment
        return (folder, autogen)
    }

    @Test func lendsTheConnectionForEverything() async throws {
        let recording = Recording()
        let (folder, autogen) = try autogen(recording)
        try folder.write("CREATE TABLE a (id integer);", to: "schema/a.sql")
        try await autogen.upgrade()
        _ = try await autogen.current()
        _ = try await autogen.diff(from: .live, to: .declared)
        _ = try await autogen.drift()
        #expect(try await autogen.revision(RevisionOptions(message: "none")) == nil)
        try await autogen.downgrade(to: .base)
        #expect(
            recording.log.withLock { $0 } == [
                "create ada", "readOnly ada", "readOnly ada", "readOnly ada", "readOnly ada", "readWrite ada",
            ])
    }

    @Test func makesTheScript() async throws {
        let (folder, autogen) = try autogen(Recording())
        defer { withExtendedLifetime(folder) {} }
        let text = try await autogen.offline(.upgrade, RevisionRange(":head"))
        #expect(text.hasPrefix("-- upgrade of 1\n"))
        #expect(text.contains("CREATE TABLE IF NOT EXISTS seen"))
    }

    @Test func mustRunTheWork() async throws {
        let (folder, autogen) = try autogen(Silent())
        defer { withExtendedLifetime(folder) {} }
        let error = await #expect(throws: AutogenError.self) { try await autogen.upgrade() }
        #expect(error?.description == "the environment returned from online(_:) without work.run(on:)")
    }
}
