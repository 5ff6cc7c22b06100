import Foundation
import Testing

/// What a check remembers in a Git repository must not hide a change.
@Suite struct CheckMemoryTests {
    private static let users = "CREATE TABLE users (id INTEGER PRIMARY KEY);\n"

    private func project() async throws -> Project {
        let project = try await Project(schema: Self.users)
        try await project.done("revision", "-m", "users")
        return project
    }

    /// Files are trusted only when they are older than the clock of a file system may be coarse.
    private func settle() async throws { try await Task.sleep(for: .seconds(4)) }

    private func memory(_ project: Project, in folder: String = ".git") -> [Substring] {
        ((try? project.text("\(folder)/autogen-check")) ?? "").split(separator: "\n")
    }

    private func number(of file: String, in project: Project) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: project.path(file))[.systemFileNumber] as? Int
    }

    @Test func findsAChangeOfTheSameSizeAndTime() async throws {
        let project = try await project()
        try FileManager.default.createDirectory(atPath: project.path(".git"), withIntermediateDirectories: true)
        // Too young: a change in the same tick of the clock could not be told.
        let young = "touch schema/\(try project.files("schema")[0]) && '\(try Program.folder.path)/autogen' check"
        #expect(try await Program.run("/bin/bash", ["-c", young], in: project.folder).status == 0)
        #expect(memory(project).isEmpty)
        try await settle()
        try await project.done("check")
        #expect(memory(project).count == 1)
        // A check that read the files would have written its memory anew, as another file.
        let written = try number(of: ".git/autogen-check", in: project)
        try await project.done("check")
        #expect(try number(of: ".git/autogen-check", in: project) == written)

        let file = "schema/\(try project.files("schema")[0])"
        let time = try FileManager.default.attributesOfItem(atPath: project.path(file))[.modificationDate]
        try project.write(Self.users.replacing("users", with: "posts"), to: file)
        try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: project.path(file))
        let changed = try await project.autogen("check")
        #expect(changed.status == 1 && changed.output.contains("+ table main.posts"))

        try project.write(Self.users, to: file)
        try await settle()
        try await project.done("check")
        #expect(memory(project).count == 2)
        let script = "revisions/\(try project.files("revisions")[0])"
        try project.write(project.text(script) + "-- edited\n", to: script)
        #expect(try await project.autogen("check").status == 1)
        try FileManager.default.removeItem(atPath: project.path("snapshots/\(try project.files("snapshots")[0])"))
        #expect(try await project.autogen("check").status == 1)
    }

    @Test func liesInTheFolderThatAWorkTreeNames() async throws {
        let project = try await project()
        try FileManager.default.createDirectory(atPath: project.path("bare"), withIntermediateDirectories: true)
        try project.write("gitdir: bare\n", to: ".git")
        try project.write("no digest\n", to: "bare/autogen-check")
        try await settle()
        try await project.done("check")
        #expect(memory(project, in: "bare").count == 2)
    }

    /// Where there was no database to run new scripts in, the next check looks for one again.
    @Test func remembersNoLookThatWasNotTaken() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE users (id int);\n")
            try await project.done("revision", "-m", "users", "--offline", "--rev-id", "a")
            let git = "git init -q -b main && git add -A && git -c user.name=x -c user.email=x@x commit -q -m one"
            #expect(try await Program.run("/bin/bash", ["-c", git], in: project.folder).status == 0)
            try project.write("CREATE TABLE users (id int);\nCREATE TABLE posts (id int);\n", to: "schema/schema.sql")
            try await project.done("revision", "-m", "posts", "--offline", "--rev-id", "b")
            try await settle()
            let settings = try project.text("autogen.yaml")
            let missing = "scratch: postgresql://nobody@127.0.0.1:9/none"
            try project.write(settings.replacing("scratch: auto", with: missing), to: "autogen.yaml")
            for _ in 0..<2 {
                let check = try await project.autogen("check")
                #expect(check.status == 0, "\(check.output)\(check.errors)")
                #expect(check.errors.contains("no rule has looked at them"), "\(check.errors)")
            }
            #expect(memory(project).isEmpty)
            try project.write(settings, to: "autogen.yaml")
            try await project.done("check")
            #expect(memory(project).count == 1)
        }
    }

    @Test func remembersNothingOfFilesThatMayIncludeOthers() async throws {
        let project = try await Project(schema: ".read other.txt\n")
        let folder = "schema/\(try project.files("schema")[0])".split(separator: "/").dropLast().joined(separator: "/")
        try project.write(Self.users, to: "\(folder)/other.txt")
        try project.write(Self.users, to: "other.txt")
        try await project.done("revision", "-m", "users")
        try FileManager.default.createDirectory(atPath: project.path(".git"), withIntermediateDirectories: true)
        try await settle()
        try await project.done("check")
        #expect(memory(project).isEmpty)
    }
}
