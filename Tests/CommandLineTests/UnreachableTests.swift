import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

/// Databases that can't be had, or not for writing: what is said then tells what to do.
@Suite struct UnreachableTests {
    @Test func aFolderThatIsNotThere() async throws {
        let project = try await Project(schema: "CREATE TABLE t (x);")
        try project.write("", to: "file")
        for command in ["current", "diff declared live", "drift", "inspect", "upgrade", "stamp head"] {
            let words = command.split(separator: " ").map(String.init)
            for (path, fault) in [
                ("nodir/x.db", "there is no folder nodir"), ("a/b/x.db", "there is no folder a/b"),
                ("file/x.db", "file"),
            ] {
                let outcome = try await project.autogen(words + ["--url", "sqlite:\(path)"])
                #expect(outcome.status == 3, "\(command) \(path): \(outcome.output)\(outcome.errors)")
                #expect(
                    outcome.errors.contains("cannot open \(path): ") && outcome.errors.contains(fault),
                    "\(command): \(outcome.errors)")
                #expect(outcome.output == "")
            }
        }
        // A file that is still to be made stands for an empty database.
        try FileManager.default.createDirectory(atPath: project.path("dir"), withIntermediateDirectories: true)
        for path in ["x.db", "dir/x.db", "./x.db", "dir/../x.db"] {
            #expect(try await project.done("current", "--url", "sqlite:\(path)").hasPrefix("base"))
        }
    }

    @Test func aFileThatAnotherProcessHolds() async throws {
        let project = try await Project(schema: "CREATE TABLE t (x);")
        try await project.done("revision", "-m", "t")
        try await project.done("upgrade")
        let other = try await SQLiteConnection.open(.sqlite(path: project.path("app.db")))
        try await other.execute("BEGIN EXCLUSIVE")
        for command in ["current", "inspect", "drift"] {
            let outcome = try await project.autogen(command)
            #expect(outcome.status == 3)
            #expect(
                outcome.errors.contains("another connection holds app.db; end its transaction"), "\(outcome.errors)")
        }
        let upgrade = try await project.autogen("upgrade", "--wait", "0")
        #expect(upgrade.status == 3 && upgrade.errors.contains("let the other one end, then run this again"))
        try await other.execute("ROLLBACK")
    }

    /// Where nothing is to be written, a server that takes no writes is as good as any.
    @Test func aStandby() async throws {
        let server = try await PrivateServer()
        do {
            let project = try await Project(url: server.url, schema: "CREATE TABLE t (x int);")
            try await project.done("revision", "-m", "t")
            try await project.done("upgrade")
            try await project.done("revision", "--empty", "-m", "later")
            try await server.becomeStandby()
            try await project.done("ensure-version")
            try await project.done("stamp", "current")
            try await project.done("current")
            try await project.done("upgrade", "current")
            for command in [["stamp", "head"], ["upgrade"]] {
                let outcome = try await project.autogen(command)
                #expect(outcome.status == 3)
                #expect(!outcome.errors.contains("CREATE TABLE"), "\(outcome.errors)")
                #expect(outcome.errors.contains("hint: this is a standby, or "), "\(outcome.errors)")
            }
        } catch {
            try await server.remove()
            throw error
        }
        try await server.remove()
    }
}
