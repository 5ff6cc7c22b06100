import ArgumentParser
import Autogen
import AutogenDrift
import AutogenSchema

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compare any two schemas; exits with 1 when they differ.",
        discussion: """
            --format sql prints the script that takes FROM to TO, for psql -v ON_ERROR_STOP=1 -f or sqlite3 -bail; \
            nothing when there is no difference. Hazards stand over the statements as comments.

            Examples:
              autogen diff live declared
              autogen diff sqlite:app.db schema/ --format sql
              autogen diff postgresql://localhost/shop postgresql://localhost/staging
              autogen diff old/ new/ --dialect sqlite
              autogen diff revision:3f2a head --format html > difference.html
            """)

    @Argument(help: ArgumentHelp("The schema to start from.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The schema to get to.", valueName: "to"))
    var to: String

    @Option(help: "text, sql, json, markdown or html.")
    var format = DiffFormat.text

    @Option(
        help: ArgumentHelp(
            "What has another name: [KIND] OLD=NEW, such as main.users.nm=name. Can be repeated.", valueName: "rename"))
    var rename: [String] = []

    @OptionGroup var loading: LoadingOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let from = try Source(from)
        let to = try Source(to)
        let session = try await Session(
            global, needsProject: from.needsProject || to.needsProject, scratch: loading.scratch())
        let names = (from: from.description, to: to.description)
        let diff = try await session.autogen.diff(
            from: from, to: to, dialect: loading.dialect,
            renames: try rename.map { text throws(AddressError) in try RequestedRename(text) })
        session.progress.ended()
        if format == .markdown || format == .html, !diff.plan.renames.isEmpty {
            session.terminal.say(
                "note: a report has no renames: what gets another name stands there as gone and new; --format sql keeps it"
            )
        }
        switch format {
        case .sql: session.terminal.printRaw(diff.sql)
        case .json: session.terminal.print(DiffJSON.text(of: diff))
        case .markdown: session.terminal.printRaw(MarkdownReport.text(of: diff.report(from: names.from, to: names.to)))
        case .html:
            let report = diff.report(from: names.from, to: names.to)
            session.terminal.printRaw(HTMLReport.text(of: report, layout: await Graphviz.layout(of: report.diagram)))
        case .text: session.terminal.print(ChangeText.text(of: diff, session.terminal))
        }
        if !diff.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
    }
}

enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
    case text, sql, json, markdown, html
}
