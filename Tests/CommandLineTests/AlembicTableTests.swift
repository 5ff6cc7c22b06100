import Foundation
import Testing

/// The page that sets Alembic beside autogen is whole, and what it says of autogen is there.
@Suite struct AlembicTableTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/alembic.md").standardizedFileURL

    private func text() throws -> String { String(decoding: try Data(contentsOf: Self.page), as: UTF8.self) }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    /// What a script of Python prints that can import Alembic.
    private func python(_ script: String) async throws -> String {
        let folder = FileManager.default.temporaryDirectory.path
        let place = try await Program.run(AlembicSample.program, ["--where"], in: folder)
        let outcome = try await Program.run(
            "/usr/bin/env", ["python3", "-c", script], in: folder,
            environment: ["PYTHONPATH": place.output.trimmingCharacters(in: .newlines), "COLUMNS": "200"])
        try #require(outcome.status == 0, "\(place.errors)\(outcome.errors)")
        return outcome.output
    }

    /// The rows whose first cell is about a command: `{what stands in that cell}`.
    private func rows(about command: String, in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `\(command)") else { return nil }
            return line.split(separator: "|").first.map(String.init)
        }
    }

    @Test func everyCommandAndOptionOfAlembicIsNamed() async throws {
        let text = try text()
        // What `alembic --help` and `alembic COMMAND --help` print, each behind its name.
        let help = try await python(
            """
            from alembic.config import CommandLine
            parser = CommandLine("alembic").parser
            print("\\f\\n" + parser.format_help())
            for name, command in parser._subparsers._group_actions[0].choices.items():
                print("\\f" + name + "\\n" + command.format_help())
            """)
        let sections = help.components(separatedBy: "\u{C}").dropFirst()
        #expect(sections.count >= 16)
        for section in sections {
            let command = String(section.prefix { $0 != "\n" })
            let rows = rows(about: command, in: text)
            #expect(!rows.isEmpty, "\(command)")
            for option in try matches(#"(?:^  |, )(--?[a-z-]+)"#, in: section)
            where command.isEmpty || option != "-h" && option != "--help" {
                let isNamed = rows.contains { row in
                    row.split(whereSeparator: { " `,".contains($0) }).contains(Substring(option))
                }
                #expect(isNamed, "\(command) \(option)")
            }
        }
    }

    @Test func everySettingOfAlembicIsNamed() async throws {
        let text = try text()
        let script = """
            import inspect, os, re, alembic
            from alembic.runtime.environment import EnvironmentContext
            configure = EnvironmentContext.configure
            names = set(inspect.signature(configure).parameters) - {"self", "kw"}
            names |= set(re.findall(r":param (\\w+):", configure.__doc__))
            folder = os.path.join(os.path.dirname(alembic.__file__), "templates")
            for name in ["generic/alembic.ini.mako", "pyproject/pyproject.toml.mako"]:
                lines = open(os.path.join(folder, name)).read()
                names |= set(re.findall(r"^#? ?([a-z_][a-z_.]*) = ", lines, re.M))
            print("\\n".join(sorted(names)))
            """
        let names = try await python(script).split(separator: "\n").map(String.init)
        #expect(names.count > 45)
        for name in names where !["black", "ruff"].contains(name.prefix { $0 != "." }) {
            #expect(text.contains("`\(name)`"), "\(name)")
        }
    }

    @Test func everyCommandAndOptionOfOursExists() async throws {
        let project = try Project()
        let text = try text()
        var helps: [String: String] = [:]
        let mentions = try matches(#"`autogen ([a-z-][^`]*)`"#, in: text)
        #expect(mentions.count > 40)
        for mention in mentions {
            let words = mention.split(whereSeparator: { " ,".contains($0) }).map(String.init)
            let command = words[0].hasPrefix("-") ? "" : words[0]
            if helps[command] == nil {
                let outcome = try await project.autogen(command.isEmpty ? ["--help"] : ["help", command])
                #expect(outcome.status == 0, "\(mention): \(outcome.errors)")
                helps[command] = outcome.output + (command.isEmpty ? try await project.done("help", "current") : "")
            }
            let known = Set((helps[command] ?? "").split(whereSeparator: { " ,\n[]<>/".contains($0) }))
            for option in words where option.hasPrefix("-") {
                #expect(known.contains(Substring(option)), "autogen \(mention): \(option)")
            }
        }
        let anywhere =
            try await project.done("help", "upgrade") + project.done("help", "diff") + project.done("help", "import")
        for option in try matches(
            #"`(--?[a-z][a-z-]*)[ `]"#,
            in: text.components(separatedBy: "\n").compactMap { line in
                let cells = line.components(separatedBy: "|")
                return cells.count == 5 ? cells[2] + cells[3] : nil
            }.joined(separator: "\n"))
        {
            #expect(anywhere.contains(option) || helps.values.contains { $0.contains(option) }, "\(option)")
        }
    }
}
