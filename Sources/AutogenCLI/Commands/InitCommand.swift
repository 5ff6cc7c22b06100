import ArgumentParser
import Autogen
import AutogenConnection

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Start a project: autogen.yaml, schema/, revisions/, snapshots/.",
        discussion: """
            Examples:
              autogen init --url sqlite:app.db
              autogen init --url '${DATABASE_URL}'     (read from the environment when a command runs)
            """)

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let url = global.url ?? "sqlite:app.db"
        if !url.contains("${") {
            let parsed = try DatabaseURL(url)
            guard parsed.secretText == parsed.description else {
                throw UsageError(
                    "the URL holds a password, which does not belong in a file; use --url '${DATABASE_URL}' and set that variable"
                )
            }
        }
        let terminal = Terminal(global.color, environment: [:])
        for file in try NewProject(folder: ".", url: url).write() { terminal.print("made \(file)") }
        if !global.quiet {
            terminal.say("next: write the schema as SQL into schema/, then: autogen revision -m \"first tables\"")
        }
    }
}
