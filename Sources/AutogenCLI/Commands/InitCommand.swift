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
              autogen init -t async                  (with an environment in Swift; autogen list-templates names all)
              autogen init -t ../our-template        (files of one's own, in which {{url}} is filled)
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("What to start from: a name or a folder.", valueName: "template"))
    var template = "generic"

    @Option(
        help: ArgumentHelp(
            "Where a template in Swift finds autogen, unless it was built in a folder that is there still.",
            valueName: "folder-or-url"))
    var package: String?

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
        var project = NewProject(folder: ".", url: url)
        project.template = try ProjectTemplate(template)
        project.package = package ?? NewProject.checkout(of: ExecutablePath.current)
        for file in try project.write() { terminal.print("made \(file)") }
        if !global.quiet {
            terminal.say("next: write the schema as SQL into schema/, then: autogen revision -m \"first tables\"")
        }
    }
}
