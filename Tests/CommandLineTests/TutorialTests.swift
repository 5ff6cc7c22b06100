import Foundation
import Testing

/// The tutorials, run command by command: what they show is what is printed, and the code they show is the examples'.
@Suite struct TutorialTests {
    struct Step: Sendable {
        let command: String
        let shown: String
    }

    @Test(arguments: ["README.md", "docs/async.md"])
    func everyCommandDoesWhatItSays(_ page: String) async throws {
        let steps = try Self.steps(of: page)
        try #require(steps.count > 10)
        let project = try Project()
        let path = try Program.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        for step in steps {
            let outcome = try await Program.run(
                "/bin/bash", ["-c", "{ \(step.command)\n} 2>&1"], in: project.folder, environment: ["PATH": path])
            #expect(Masked.text(outcome.output) == Masked.text(step.shown), "\(step.command)")
        }
    }

    /// A block of code that begins with an indented line is part of a file.
    @Test func codeIsThatOfTheExamples() throws {
        let names = ["Notes/Sources/notes/NoteStore.swift", "GRDBAdapter/Sources/crew/Crew.swift"]
        let sources = try names.map { try Self.text("Examples/\($0)") }
        let quotations = try Self.blocks("swift", of: "docs/async.md").filter { $0.hasPrefix("    ") }
        try #require(quotations.count == 2)
        for text in quotations { #expect(sources.contains { $0.contains(text) }, "\(text)") }
    }

    /// The commands of the `console` blocks: lines that begin with `$ `, each with the lines up to the next.
    private static func steps(of page: String) throws -> [Step] {
        var steps: [Step] = []
        for block in try blocks("console", of: page) {
            for line in block.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                if line.hasPrefix("$ ") {
                    steps.append(Step(command: String(line.dropFirst(2)), shown: ""))
                } else if let last = steps.popLast() {
                    steps.append(Step(command: last.command, shown: last.shown + line + "\n"))
                }
            }
        }
        return steps
    }

    private static func blocks(_ language: String, of page: String) throws -> [String] {
        var blocks: [String] = []
        var isInside = false
        for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```\(language)"
                if isInside { blocks.append("") }
            } else if isInside {
                blocks[blocks.count - 1] += line + "\n"
            }
        }
        return blocks
    }

    private static func text(_ file: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: file), encoding: .utf8)
    }
}
