import AutogenSchema
import Foundation
import Testing

@testable import AutogenLint

/// What users read about a rule is the comment of its file: in `autogen lint --explain`, and in `docs/lint.md`.
@Suite struct LintPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func rulesAreExplained() throws {
        let texts = try Linter.rules.map { rule in (code: rule.code, text: try Self.comment(of: rule)) }
        let page = Self.page(texts)
        let source = Self.source(texts)
        if ProcessInfo.processInfo.environment["AUTOGEN_RECORD"] != nil {
            try Data(page.utf8).write(to: Self.root.appending(path: "docs/lint.md"))
            try Data(source.utf8).write(to: Self.root.appending(path: "Sources/Lint/RuleTexts.swift"))
        }
        #expect(try Self.text("docs/lint.md") == page, "AUTOGEN_RECORD=1 writes the page anew")
        #expect(try Self.text("Sources/Lint/RuleTexts.swift") == source, "AUTOGEN_RECORD=1 writes the file anew")
        #expect(RuleTexts.all == Dictionary(uniqueKeysWithValues: texts.map { ($0.code, $0.text) }))
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func comment(of rule: any LintRule.Type) throws -> String {
        let folder = root.appending(path: "Sources/Lint/Rules")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let file = try #require(files.first { $0.split(separator: "/").last == "\(rule).swift" })
        let lines = try text("Sources/Lint/Rules/\(file)").split(
            separator: "\n", omittingEmptySubsequences: false)
        let comment = lines.drop { !$0.hasPrefix("///") }.prefix { $0.hasPrefix("///") }
        return comment.map { $0.hasPrefix("/// ") ? $0.dropFirst(4) : "" }.joined(separator: "\n")
    }

    private static func page(_ texts: [(code: String, text: String)]) -> String {
        let rules = texts.map { code, text in
            let rule = Linter.rules.first { $0.code == code }
            let databases = Dialect.allCases.filter { $0.lint.rules.contains { $0.code == code } }.map(\.title)
            let isOff = rule?.isOn == false ? " · off unless a setting turns it on" : ""
            let kind = "*\(rule?.severity.rawValue ?? "")* · \(databases.joined(separator: ", "))\(isOff)"
            return "## \(code)\n\n\(kind)\n\n\(text)\n"
        }
        return """
            # What scripts had better not do

            `autogen lint` runs each script that is new in a scratch database, behind what it comes after, and looks: which
            tables were there before, what a statement locks, which rows it goes through. A rule says what clients notice of that,
            and what to do instead. Nothing is found where nothing happens: an index of a table that the same script makes, a type
            with more room, a check that is not validated yet.

            ```
            autogen lint                                # the scripts that are new since origin's main branch
            autogen lint --since v1.4 --format github   # annotations beside the lines of a pull request
            autogen lint --all --fail-on error
            autogen lint --explain type-rewrites
            ```

            A comment over a statement lets a finding pass. It says why, and is found itself where there is nothing to let pass:

            ```sql
            -- autogen:allow index-blocks-writes the table has forty rows
            CREATE INDEX countries_name ON countries (name);
            ```

            What is no rule's can't be let pass:

            \(Linter.others.sorted { $0.key < $1.key }.map { "* `\($0)`: \($1)" }.joined(separator: "\n"))

            \(rules.joined(separator: "\n"))
            """
    }

    private static func source(_ texts: [(code: String, text: String)]) -> String {
        let entries = texts.map { code, text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "\n" : "        \($0)\n" }
            return "        \"\(code)\": #\"\"\"\n\(lines.joined())        \"\"\"#,\n"
        }
        return """
            /// What users read about the rules: the comments of their files. A test holds the two to each other; with
            /// `AUTOGEN_RECORD=1` it writes this file and `docs/lint.md`.
            enum RuleTexts {
                static let all: [String: String] = [
            \(entries.joined())    ]
            }

            """
    }
}
