import Autogen
import AutogenConnection
import AutogenDiff
import AutogenRevisions
import AutogenSchema
import Synchronization
import TestSupport
import Testing

@Suite struct HookTests {
    struct Refused: Error {}

    private func folder() throws -> ProjectFolder {
        let folder = try ProjectFolder()
        try folder.revise(
            1, .sqlite, up: "CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);",
            down: "DROP TABLE b;\nDROP TABLE a;")
        return folder
    }

    @Test func runAroundRevisionsInTheirTransaction() async throws {
        let folder = try folder()
        try await withDatabase(.sqlite) { connection in
            var autogen = SchemaMigrator(connection: connection, project: folder.project)
            autogen.hooks.revisions.willRun = { run, connection in
                try await connection.execute("CREATE TABLE IF NOT EXISTS log (what text, tables integer)")
                try await connection.execute(
                    """
                    INSERT INTO log SELECT \(literal: run.direction.rawValue), count(*) FROM sqlite_schema
                    WHERE name IN ('a', 'b')
                    """)
            }
            autogen.hooks.revisions.didRun = { run, connection in
                guard try await connection.isInTransaction() else { throw Refused() }
                try await connection.execute(
                    "INSERT INTO log SELECT 'done', count(*) FROM sqlite_schema WHERE name IN ('a', 'b')")
            }
            try await autogen.upgrade()
            try await autogen.downgrade(to: .base)
            let log = try await connection.query("SELECT what || ' ' || tables AS line FROM log ORDER BY rowid")
            #expect(try log.map { try $0.string("line") } == ["upgrade 0", "done 2", "downgrade 2", "done 0"])
        }
    }

    @Test func throwingTakesTheRevisionBack() async throws {
        let folder = try folder()
        try await withDatabase(.sqlite) { connection in
            var autogen = SchemaMigrator(connection: connection, project: folder.project)
            autogen.hooks.revisions.didRun = { _, _ in throw Refused() }
            await #expect(throws: Refused.self) { try await autogen.upgrade() }
            let tables = try await connection.query("SELECT 1 FROM sqlite_schema WHERE name = 'a'")
            let state = try await autogen.current()
            #expect(tables.isEmpty && state.heads.isEmpty)
        }
    }

    @Test func tellsEventsInOrder() async throws {
        let folder = try folder()
        try await withDatabase(.sqlite) { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            let migration = autogen.events { try await $0.upgrade() }
            var told: [String] = []
            for await event in migration {
                switch event {
                case .migration(.began(let direction, let script, _, _)): told.append("\(direction) \(script.id)")
                case .migration(.statement(_, _, let number, let count, let text)):
                    told.append("\(number)/\(count) \(text)")
                case .migration(.finished): told.append("finished")
                case .migration, .step, .note, .warning: break
                }
            }
            #expect(
                told == [
                    "upgrade 000000000001", "1/2 CREATE TABLE a (id integer)", "2/2 CREATE TABLE b (id integer)",
                    "finished",
                ])
            let applied = try await migration.result
            #expect(applied.count == 1)
            let failing = autogen.events { try await $0.upgrade(to: RevisionReference("ffff")) }
            for await _ in failing {}
            await #expect(throws: RevisionReferenceError.self) { try await failing.result }
        }
    }

    /// What is left out of account is neither created nor dropped, and no drift.
    @Test func decideWhatCounts() async throws {
        let folder = try ProjectFolder()
        try folder.write("CREATE TABLE a (id integer); CREATE TABLE legacy_x (id integer);", to: "schema/a.sql")
        var project = folder.project
        project.url = try folder.sqliteURL()
        var autogen = SchemaMigrator(provider: TestProvider(), project: project)
        autogen.hooks.includes = { !($0.id.path.last ?? "").hasPrefix("legacy") }
        autogen.hooks.rewrites = { $0.upgrade += "\nCREATE TABLE legacy_y (id integer);" }
        let written = try #require(try await autogen.revision(RevisionOptions(message: "first")))
        #expect(written.script.revision.upgrade.hasSuffix("CREATE TABLE legacy_y (id integer);"))
        #expect(!written.script.revision.upgrade.contains("legacy_x"))
        #expect(written.proof?.isComplete == true)
        try await autogen.upgrade()
        #expect(try await autogen.check(live: true).isEmpty)

        try folder.write("CREATE TABLE b (id integer, name text);", to: "schema/a.sql")
        autogen.hooks.accepts = { change in if case .drop = change { false } else { true } }
        autogen.hooks.rewrites = { _ in }
        let diff = try await autogen.diff(from: .live, to: .declared)
        #expect(diff.sql.contains("CREATE TABLE b"))
        #expect(!diff.sql.contains("DROP"))
        #expect(try await autogen.revision(RevisionOptions(message: "second"))?.proof?.isComplete == true)
        #expect(try await autogen.check().isEmpty)
    }
}
