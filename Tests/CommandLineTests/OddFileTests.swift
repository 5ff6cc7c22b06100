import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is no file where a file belongs: said at once, since reading a pipe waits for whoever writes into it.
@Suite struct OddFileTests {
    @Test(arguments: [
        (["inspect", "sqlite:pipe"], "pipe", 3, "cannot open pipe: it is a pipe"),
        (["upgrade", "--url", "sqlite:pipe"], "pipe", 3, "cannot open pipe: it is a pipe"),
        (["inspect", "sqlite:/dev/null"], "pipe", 3, "cannot open /dev/null: it is a device"),
        (["heads"], "revisions/a.sql", 2, "revisions/a.sql: this is no file"),
    ])
    func aPipe(_ arguments: [String], at name: String, status: Int32, message: String) async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);")
        try FileManager.default.createDirectory(
            atPath: project.path("revisions"), withIntermediateDirectories: true)
        #expect(mkfifo(project.path(name), 0o600) == 0)
        let outcome = try await Program.run(
            "/usr/bin/env",
            ["timeout", "-k", "1", "20", Program.folder.appending(path: "autogen").path] + arguments, in: project.folder
        )
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(message))
    }

    /// Whatever the program waits for, it ends when it is told to.
    @Test func aWaitThatASignalEnds() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);")
        let outcome = try await Program.run(
            "/usr/bin/env",
            [
                "timeout", "-k", "30", "1", Program.folder.appending(path: "autogen").path, "upgrade", "--urls-from",
                "sleep 60",
            ],
            in: project.folder)
        #expect(outcome.status == 124)
    }
}
