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

    @Option(help: ArgumentHelp("text, json or github.", valueName: "format"), transform: OptionWord.lintFormat)
    var format = LintFormat.text

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
        let scripts = try await chosen(session)
        let findings = try await session.autogen.lint(scripts)
        session.progress.ended()
        session.terminal.printRaw(format.text(of: findings, scripts: scripts.count))
        if findings.contains(where: { $0.severity >= failOn }) { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private func chosen(_ session: Session) async throws -> [RevisionScript] {
        let graph = try session.autogen.project.revisions.graph()
        if all { return graph.scripts }
        guard !files.isEmpty else { return try await session.autogen.newScripts(since: since) }
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
        let codes = code == "all" ? Linter.rules.map { $0.code } : [code]
        let texts = try codes.map { code in
            guard let text = Linter.explanation(of: code) else {
                let nearest = NearestName.find(code, among: Linter.rules.map { $0.code })
                throw UsageError("there is no rule \(code)\(nearest.map { "; did you mean \($0)?" } ?? "")")
            }
            return "\(code)\n\n\(text)\n"
        }
        print(texts.joined(separator: "\n"), terminator: "")
    }
}

/// How findings of scripts are printed.
enum LintFormat: String, CaseIterable {
    case text
    case json
    /// Annotations of GitHub's, which stand beside the lines of a pull request.
    case github

    func text(of findings: [LintFinding], scripts: Int) -> String {
        switch self {
        case .text: Self.plain(findings, scripts)
        case .json:
            JSON.object([
                JSON.Member("scripts", .integer(Int64(scripts))),
                JSON.Member("findings", .array(findings.map(Self.json))),
            ]).description + "\n"
        case .github: findings.map(Self.annotation).joined()
        }
    }

    private static func plain(_ findings: [LintFinding], _ scripts: Int) -> String {
        let looked = "\(scripts) script\(scripts == 1 ? "" : "s")"
        guard !findings.isEmpty else { return "ok: nothing found in \(looked)\n" }
        let lines = findings.map { finding in
            "\(finding.file):\(finding.line): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]\n"
                + "  \(finding.advice)\n"
        }
        let count = "\(findings.count) finding\(findings.count == 1 ? "" : "s") in \(looked)"
        return lines.joined() + "\(count); autogen lint --explain CODE says more\n"
    }

    private static func json(_ finding: LintFinding) -> JSON {
        .object([
            JSON.Member("code", .string(finding.code)), JSON.Member("severity", .string(finding.severity.rawValue)),
            JSON.Member("file", .string(finding.file)), JSON.Member("line", .integer(Int64(finding.line))),
            JSON.Member("message", .string(finding.message)), JSON.Member("advice", .string(finding.advice)),
        ])
    }

    private static func annotation(_ finding: LintFinding) -> String {
        let level: GitHubAnnotation.Level =
            switch finding.severity {
            case .note: .notice
            case .warning: .warning
            case .error: .error
            }
        return GitHubAnnotation(
            level, at: FileLocation(finding.file, line: finding.line), title: finding.code,
            message: "\(finding.message)\n\(finding.advice)"
        ).text + "\n"
    }
}
