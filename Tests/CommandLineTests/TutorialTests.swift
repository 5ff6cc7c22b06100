import Foundation
import Testing

/// The tutorial of the README, run command by command: what it shows is what is printed.
@Suite struct TutorialTests {
    struct Step: Sendable {
        let command: String
        let shown: String
    }

    @Test func everyCommandDoesWhatItSays() async throws {
        let steps = try Self.steps()
        try #require(steps.count > 15)
        let project = try Project()
        let path = try Program.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        for step in steps {
            let outcome = try await Program.run(
                "/bin/bash", ["-c", "{ \(step.command)\n} 2>&1"], in: project.folder, environment: ["PATH": path])
            #expect(Masked.text(outcome.output) == Masked.text(step.shown), "\(step.command)")
        }
    }

    /// The commands of the `console` blocks: lines that begin with `$ `, each with the lines up to the next.
    private static func steps() throws -> [Step] {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        var steps: [Step] = []
        var isInside = false
        for line in try String(contentsOf: readme, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), shown: ""))
            } else if isInside, let last = steps.popLast() {
                steps.append(Step(command: last.command, shown: last.shown + line + "\n"))
            }
        }
        return steps
    }
}
