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
    /// - Parameter options: what says besides the files what is renamed.
    /// - Returns: what the script does.
    private func check(on url: String, _ project: Project, _ options: [String] = []) async throws -> String? {
        let values = try await project.run(old, on: url)
        let script = try await script(project) { try await project.autogen($0 + options) }
        guard let script else { return nil }
        try await run(script, project, on: url, values)
        return script
    }

    private func run(_ script: String, _ project: Project, on url: String, _ values: String) async throws {
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

    /// The two sections of the script that is written; `nil` where none is.
    ///
    /// - Parameter write: runs `revision` with its arguments and whatever says what is renamed.
    private func script(
        _ project: Project, _ write: ([String]) async throws -> Program.Outcome
    ) async throws -> String? {
        let written = try await write(["revision", "-m", "renamed", "--rev-id", "r2"])
        #expect(written.status == 0 && written.errors.contains("proved: "), "\(self): \(written.errors)")
        guard written.status == 0 else { return nil }
        let text = try project.text("revisions/\(try #require(try project.files("revisions").last))")
        let sections = text.range(of: "\n-- upgrade\n").map { String(text[$0.lowerBound...]) }
        // SQLite keeps the comments of a declaration with it.
        return sections?.replacing(#/\s*(-- autogen:[^\n]*|\/\* autogen:.*?\*\/)/#, with: "")
    }

    private var withoutComments: String {
        after.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.range(of: "-- autogen:").map { String(line[..<$0.lowerBound]) } ?? String(line)
        }.joined(separator: "\n")
    }

    /// Kept up and down, by a comment; what options and answers write must be the same.
    ///
    /// - Parameter onNew: hands over a database for each of the three.
    func check(onNew: ((String) async throws -> Void) async throws -> Void) async throws {
        var first: String?
        if !isByOptionOnly { try await onNew { first = try await byComment(on: $0) } }
        try await onNew { try await byOption(on: $0, as: first) }
        if holdsValues, !isByOptionOnly, isOfferedOnTerminal {
            try await onNew { try await byAnswer(on: $0, as: first) }
        }
    }

    private func byComment(on url: String) async throws -> String? {
        let project = try await project(url)
        try project.write(after, to: "schema/schema.sql")
        let script = try await check(on: url, project)
        let again = try await project.autogen("revision", "-m", "again")
        #expect(again.output.hasPrefix("nothing to do"), "\(self): spent comments may stay: \(again.errors)")
        return script
    }

    private func byOption(on url: String, as first: String?) async throws {
        let project = try await project(url)
        try project.write(withoutComments, to: "schema/schema.sql")
        if holdsValues && !isByOptionOnly {
            let refused = try await project.autogen("revision", "-m", "renamed")
            #expect(refused.status == 4, "\(self): \(refused.output)\(refused.errors)")
        }
        let options = renames.flatMap { ["--rename", $0] }
        let values = try await project.run(old, on: url)
        guard let script = try await script(project, { try await project.autogen($0 + options) }), script != first
        else { return }
        try await run(script, project, on: url, values)
    }

    /// Somebody at a terminal who says yes to whatever is asked.
    private func byAnswer(on url: String, as first: String?) async throws {
        let project = try await project(url)
        try project.write(withoutComments, to: "schema/schema.sql")
        let values = try await project.run(old, on: url)
        let program = try Program.folder.appending(path: "autogen").path
        let script = try await script(project) { arguments in
            let outcome = try await Program.asked(
                program, arguments, in: project.folder, answers: Array(repeating: "y", count: 20))
            #expect(outcome.errors.contains("is it that one, renamed? [y/n] y\n"), "\(self): \(outcome.errors)")
            return outcome
        }
        // The answers stand in the files now, each beside what it is about.
        let text = try project.text("schema/schema.sql")
        #expect(text.contains("autogen:renamed-from "), "\(self): \(text)")
        let again = try await project.autogen("revision", "-m", "again", "--from", "head")
        #expect(again.output.hasPrefix("nothing to do"), "\(self): \(again.errors)\(text)")
        if let script, script != first { try await run(script, project, on: url, values) }
    }
}
