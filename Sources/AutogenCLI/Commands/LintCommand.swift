import ArgumentParser
import Autogen
import AutogenDrift
import AutogenLint
import AutogenRevisions
import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "What revision scripts do to clients and to rows, by running them.",
        discussion: """
            Each script runs in a scratch database behind what it comes after, so that a rule knows which tables were there \
            before, what a statement locks and what it goes through. A comment over a statement lets a finding pass, with the \
            reason: -- autogen:allow CODE REASON. Exits with 1 when something is found that matters as much as --fail-on says.

            Examples:
              autogen lint                       (those new since origin's branch, or main; all without Git)
              autogen lint revisions/0007.sql
              autogen lint --since v1.4 --format github
              autogen lint --explain type-rewrites
            """)

    @Argument(
        help: ArgumentHelp(
            "Scripts of the project, by file or revision; without any, those that are new.", valueName: "file"))
    var files: [String] = []

    @Option(help: ArgumentHelp("The scripts that are new since this branch, tag or commit.", valueName: "ref"))
    var since: String?

    @Flag(help: "All scripts.")
    var all = false

    @Option(help: ArgumentHelp("Print what a rule is about, and look at nothing; \"all\" for all.", valueName: "code"))
    var explain: String?

    @Option(help: "text, json, markdown, github, gitlab, sarif or junit.", transform: OptionWord.lintFormat)
    var format = LintFormat.text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the findings to a file.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp("Exit with 1 from this severity on: note, warning or error.", valueName: "severity"),
        transform: OptionWord.severity)
    var failOn = LintSeverity.warning

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if [!files.isEmpty, since != nil, all].count(where: { $0 }) > 1 {
            throw ValidationError("files, --since and --all are three ways to choose scripts: give one")
        }
    }

    func run() async throws {
        if let explain { return try await explained(explain) }
        let session = try await Session(global, mayLackDatabase: true)
        let graph = try session.autogen.project.revisions.graph()
        let scripts = try await chosen(session, graph)
        let root = session.autogen.project.root
        let report = try await session.autogen.lint(scripts, in: graph, remembering: root)
        session.progress.ended()
        try OutputFile.write(text(of: report, session.terminal), to: output, session.terminal)
        if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private func text(of report: LintReport, _ terminal: Terminal) -> String {
        switch format {
        case .text where output == nil:
            var writer = LintText()
            writer.paint = { text, severity in LintPaint.painted(text, severity, terminal) }
            return writer.text(of: report)
        case .text, .json, .markdown, .github, .gitlab, .sarif, .junit: return format.text(of: report)
        }
    }

    private func chosen(_ session: Session, _ graph: RevisionGraph) async throws -> [RevisionScript] {
        if all { return graph.scripts }
        guard !files.isEmpty else { return try await session.autogen.newScripts(since: since, in: graph) }
        return try files.flatMap { name in
            func path(_ file: String) -> String { URL(filePath: file).standardizedFileURL.path }
            let folder = session.autogen.project.revisions
            if let script = graph.scripts.first(where: { path(folder.path(of: $0)) == path(name) || $0.file == name }) {
                return [script]
            }
            guard let reference = try? RevisionReference(name), !name.contains("/"), !name.hasSuffix(".sql") else {
                throw UsageError("\(name) is no script of this project's revisions")
            }
            return try graph.resolveAll(reference, applied: nil).compactMap { graph[$0] }
        }
    }

    private func explained(_ code: String) async throws {
        let known = Linter.rules.map { $0.code }
        // Those of the project, where there is one.
        let asksOwn = code == "all" || Linter.explanation(of: code) == nil
        let own =
            asksOwn
            ? try await Session(global, needsProject: false, mayLackDatabase: true).autogen.ownRuleExplanations() : []
        let codes = code == "all" ? known + own.map(\.code) : [code]
        let texts = try codes.map { code in
            guard let text = Linter.explanation(of: code) ?? own.first(where: { $0.code == code })?.text else {
                let nearest = NearestName.find(code, among: known + own.map(\.code))
                throw UsageError("there is no rule \(code)\(nearest.map { "; did you mean \($0)?" } ?? "")")
            }
            return "\(code)\n\n\(text)\n"
        }
        print(texts.joined(separator: "\n"), terminator: "")
    }
}

/// The colours of findings at a terminal.
enum LintPaint {
    static func painted(_ text: String, _ severity: LintSeverity, _ terminal: Terminal) -> String {
        switch severity {
        case .error: terminal.output(text, .removed)
        case .warning: terminal.output(text, .changed)
        case .note: terminal.output(text, .dim)
        }
    }
}
