import ArgumentParser
import Autogen
import AutogenSchema

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Print a schema as SQL that loads back to the same, or as JSON.",
        discussion: """
            Examples:
              autogen inspect
              autogen inspect postgresql://localhost/shop --output shop.sql
              autogen inspect sqlite:app.db --format json > app.json
            """)

    @Argument(help: ArgumentHelp("What to print.", valueName: "source"))
    var source = "live"

    @Option(help: "sql or json (a snapshot).")
    var format = InspectFormat.sql

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
    var output: String?

    @OptionGroup var loading: LoadingOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let source = try Source(source)
        let session = try Session(global, needsProject: source.needsProject, scratch: loading.scratch())
        let catalog = try await session.autogen.catalog(of: source, dialect: loading.dialect)
        let text =
            switch format {
            case .sql: try session.autogen.creation(of: catalog)
            case .json: Snapshot.text(of: session.autogen.shown(catalog))
            }
        session.progress.ended()
        try OutputFile.write(text, to: output, session.terminal)
    }
}

enum InspectFormat: String, CaseIterable, ExpressibleByArgument {
    case sql, json
}
