import ArgumentParser
import Autogen
import AutogenDrift
import AutogenSchema

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print a schema as SQL that loads back to the same, as JSON, or as a picture.",
        discussion: """
            Examples:
              autogen inspect
              autogen inspect postgresql://localhost/shop --output shop.sql
              autogen inspect sqlite:app.db --format json > app.json
              autogen inspect --format html --output schema.html
            """)

    @Argument(help: ArgumentHelp("What to print.", valueName: "source"))
    var source = "live"

    @Option(help: "sql, json (a snapshot), mermaid, dot or html.")
    var format = InspectFormat.sql

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
    var output: String?

    @OptionGroup var loading: LoadingOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let source = try Source(source)
        let session = try await Session(global, needsProject: source.needsProject, scratch: loading.scratch())
        let catalog = try await session.autogen.catalog(of: source, dialect: loading.dialect)
        let text =
            switch format {
            case .sql: try session.autogen.creation(of: catalog)
            case .json: Snapshot.text(of: session.autogen.shown(catalog))
            case .mermaid: MermaidDiagram.text(of: Diagram(of: catalog))
            case .dot: DotDiagram.text(of: Diagram(of: catalog))
            case .html: await page(of: catalog)
            }
        session.progress.ended()
        try OutputFile.write(text, to: output, session.terminal)
    }

    private func page(of catalog: Catalog) async -> String {
        let diagram = Diagram(of: catalog)
        let layout = await Graphviz.layout(of: diagram)
        return HTMLSchema.text(of: catalog, name: source, diagram: diagram, layout: layout)
    }
}

enum InspectFormat: String, CaseIterable, ExpressibleByArgument {
    case sql, json, mermaid, dot, html
}
