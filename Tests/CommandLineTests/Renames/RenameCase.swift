import Foundation
import Testing

extension RenameTests {
    /// One schema and the same under other names.
    struct Case: Sendable, CustomStringConvertible {
        let name: String
        var before: String
        /// With a comment at each new name.
        var after: String
        /// The same as options.
        var renames: [String]
        /// What puts rows into the first, and what they are read by in both.
        var rows = ""
        var old: String
        var new: String
        /// Whether values would be lost without a word.
        var holdsValues = true
        /// Whether the names say nothing of themselves: both are there before and after.
        var isByOptionOnly = false
        /// Whether the two are alike enough that somebody at a terminal is asked.
        var isOfferedOnTerminal = true
        /// Tables and columns that the script drops: copied ones, indexes of words, those that the other schema lacks.
        var drops: [String] = []
        /// What the way back is allowed besides.
        var downgrade: [String] = []

        var description: String { name }
    }
}

extension RenameTests.Case {
    private func project(_ url: String) async throws -> Project {
        let project = try await Project(url: url, schema: before)
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        if !rows.isEmpty { try await project.run(rows, on: url) }
        return project
    }

    /// Up, down and up again: what was there is there, and nothing of it was dropped.
    ///
    /// - Parameter write: runs `revision` with its arguments and whatever says what is renamed.
    private func check(
        on url: String, _ project: Project, _ write: ([String]) async throws -> Program.Outcome
    ) async throws {
        let values = try await project.run(old, on: url)
        let written = try await write(["revision", "-m", "renamed", "--rev-id", "r2"])
        #expect(written.status == 0, "\(self): \(written.errors)")
        guard written.status == 0 else { return }
        #expect(written.errors.contains("proved: "), "\(self): \(written.errors)")
        let file = try #require(try project.files("revisions").last)
        let script = try project.text("revisions/\(file)")
        let dropping = script.split(separator: "\n").filter {
            $0.contains("DROP TABLE ") || $0.contains("DROP COLUMN ")
        }
        let allowed =
            ["DROP TABLE temp.autogen_guard;"]
            + drops.flatMap { ["DROP TABLE \($0);", "DROP TABLE autogen_old_\($0);", "DROP COLUMN \($0);"] }
        #expect(dropping.allSatisfy { line in allowed.contains { line.hasSuffix($0) } }, "\(self): \(script)")
        try await project.done("upgrade")
        #expect(try await project.run(new, on: url) == values, "\(self): \(script)")
        try await project.done("check")
        try await project.done(["downgrade", "r1"] + downgrade)
        #expect(try await project.run(old, on: url) == values, "\(self): \(script)")
        try await project.done("upgrade")
        #expect(try await project.run(new, on: url) == values, "\(self): \(script)")
    }

    private var withoutComments: String {
        after.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.range(of: "-- autogen:").map { String(line[..<$0.lowerBound]) } ?? String(line)
        }.joined(separator: "\n")
    }

    func byComment(on url: String) async throws {
        guard !isByOptionOnly else { return }
        let project = try await project(url)
        try project.write(after, to: "schema/schema.sql")
        try await check(on: url, project) { try await project.autogen($0) }
        let again = try await project.autogen("revision", "-m", "again")
        #expect(again.output.hasPrefix("nothing to do"), "\(self): spent comments may stay: \(again.errors)")
    }

    func byOption(on url: String) async throws {
        let project = try await project(url)
        try project.write(withoutComments, to: "schema/schema.sql")
        if holdsValues && !isByOptionOnly {
            let refused = try await project.autogen("revision", "-m", "renamed")
            #expect(refused.status == 4, "\(self): \(refused.output)\(refused.errors)")
        }
        let options = renames.flatMap { ["--rename", $0] }
        try await check(on: url, project) { try await project.autogen($0 + options) }
    }

    /// Somebody at a terminal who says yes to whatever is asked.
    func byAnswer(on url: String) async throws {
        guard holdsValues, !isByOptionOnly, isOfferedOnTerminal else { return }
        let project = try await project(url)
        try project.write(withoutComments, to: "schema/schema.sql")
        let program = try Program.folder.appending(path: "autogen").path
        try await check(on: url, project) { arguments in
            let outcome = try await Program.asked(
                program, arguments, in: project.folder, answers: Array(repeating: "y", count: 20))
            #expect(outcome.errors.contains("is it that one, renamed? [y/n] y\n"), "\(self): \(outcome.errors)")
            return outcome
        }
    }
}
