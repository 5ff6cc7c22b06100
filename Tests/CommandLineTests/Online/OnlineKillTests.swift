import Autogen
import AutogenConnection
import AutogenDrivers
import AutogenRevisions
import AutogenSchema
import Foundation
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whoever runs a script in parts may be killed at any place of it, and goes on with the next `upgrade`.
@Suite(.serialized) struct OnlineKillTests {
    /// The server's process of the session is killed before each statement, which ends all sessions, as if the server had
    /// lost its power.
    @Test func killedServer() async throws {
        try await withChanges { online, change, server in
            var dumps: [[String]] = []
            var wasKilled = true
            // Until there is no statement of this number.
            var number = 0
            while wasKilled {
                number += 1
                let copy = try await copied(server)
                wasKilled = try await upgrade(online, to: change, on: copy, killingAt: number)
                try await patiently { try await online.project.done(arguments(change, copy)) }
                dumps.append(try await dump(copy, server))
            }
            #expect(dumps.count > 1, "\(change)")
            return dumps
        }
    }

    /// The program is killed after a while, again and again, until it comes through.
    @Test func killedProgram() async throws {
        let program = try Program.folder.appending(path: "autogen").path
        let kills = Mutex(0)
        try await withChanges { online, change, server in
            let copy = try await copied(server)
            var delay = 50
            while try await Program.killed(
                after: .milliseconds(delay), program, arguments(change, copy), in: online.project.folder)
            {
                kills.withLock { $0 += 1 }
                delay += max(6, delay / 5)
            }
            try await online.project.done(arguments(change, copy))
            return [try await dump(copy, server)]
        }
        #expect(kills.withLock { $0 } > OnlineChange.all.count)
    }

    /// Makes the changes one after the other, on a database of which `body` takes copies to make the next one there; what it
    /// returns is what must be there in the end, as `pg_dump` says.
    private func withChanges(
        _ body: (OnlineProject, OnlineChange, PrivateServer) async throws -> [[String]]
    ) async throws {
        let server = try await PrivateServer()
        do {
            let url = Self.url("base", server)
            try await run("CREATE DATABASE base", server)
            let online = try await OnlineProject(url: url)
            try await online.project.done("upgrade", "c0", "--url", url)
            try await online.project.run(OnlineChange.rows(2000), on: url)
            for change in OnlineChange.all {
                let dumps = try await body(online, change, server)
                try await online.project.done(arguments(change, url))
                let target = try await dump(url, server)
                for (place, dump) in dumps.enumerated() {
                    #expect(difference(dump, target) == "", "\(change), place \(place + 1)")
                }
            }
        } catch {
            try await server.remove()
            throw error
        }
        try await server.remove()
    }

    private static func url(_ database: String, _ server: PrivateServer) -> String {
        server.url.replacing("dbname=postgres", with: "dbname=\(database)")
    }

    private func run(_ sql: String, _ server: PrivateServer) async throws {
        let outcome = try await Program.run(
            "\(server.bin)/psql", ["-qXAt", "-v", "ON_ERROR_STOP=1", "-d", server.url, "-c", sql], in: "/")
        guard outcome.status == 0 else { throw Program.Missing(what: outcome.errors) }
    }

    private func copied(_ server: PrivateServer) async throws -> String {
        try await run("DROP DATABASE IF EXISTS copy WITH (FORCE)", server)
        try await run("CREATE DATABASE copy TEMPLATE base", server)
        return Self.url("copy", server)
    }

    private func dump(_ url: String, _ server: PrivateServer) async throws -> [String] {
        let outcome = try await Program.run("\(server.bin)/pg_dump", ["-s", "-d", url], in: "/")
        guard outcome.status == 0 else { throw Program.Missing(what: outcome.errors) }
        return SchemaDump.entries(in: outcome.output)
    }

    private func arguments(_ change: OnlineChange, _ url: String) -> [String] {
        ["upgrade", change.id, "--allow", "data-loss", "--url", url]
    }

    /// Runs an upgrade in this process, and kills the session's process before a statement; whether it came to that.
    private func upgrade(
        _ online: OnlineProject, to change: OnlineChange, on url: String, killingAt number: Int
    ) async throws -> Bool {
        let connection = try await Drivers().open(DatabaseURL(url), for: .readWrite)
        let process = try await connection.query("SELECT pg_backend_pid() AS pid").first?.int("pid") ?? 0
        let wasKilled = Mutex(false)
        var project = Autogen.Project(root: online.project.folder, url: try DatabaseURL(url))
        project.migration.retries = 0
        let autogen = SchemaMigrator(connection: connection, project: project) { event in
            guard case .migration(.statement(_, _, let current, _, _)) = event, current == number else { return }
            wasKilled.withLock { $0 = true }
            kill(pid_t(process), SIGKILL)
        }
        do {
            _ = try await autogen.upgrade(to: RevisionReference(change.id))
        } catch {}
        await connection.close()
        return wasKilled.withLock { $0 }
    }

    /// A server that has lost a process is not there for a moment.
    private func patiently(_ body: () async throws -> Void) async throws {
        for _ in 0..<40 {
            do { return try await body() } catch let failed as Project.Failed
                where failed.outcome.errors.contains("recovery")
                || failed.outcome.errors.contains("connect")
            {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        try await body()
    }
}
