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
              autogen init --url postgresql://localhost/shop --from-database
              autogen init -t async                  (with an environment in Swift; autogen list-templates names all)
              autogen init -t ../our-template        (files of one's own, in which {{url}} is filled)

            --from-database takes over a database that is there: it writes the schema as SQL, one file for each \
            object, and a first revision that makes all of it, and records that the database has that revision. \
            Nothing else is changed in the database, and no file is overwritten.
            """)

    @Flag(help: "Take over an existing database: write its schema and a first revision, and stamp it.")
    var fromDatabase = false

    @Option(help: ArgumentHelp("Take over what could not be proved, too: unproved.", valueName: "kind"))
    var allow: [TakeoverAllowance] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("What to start from: a name or a folder.", valueName: "template"))
    var template = "generic"

    @Option(
        help: ArgumentHelp(
            "Where a template in Swift finds autogen, unless it was built in a folder that is there still.",
            valueName: "folder-or-url"))
    var package: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let isThere = fromDatabase && ProjectStart.hasConfiguration(global)
        let url = try isThere ? "" : Self.writableURL(global.url ?? "sqlite:app.db")
        var project = NewProject(folder: ".", url: url)
        project.template = try ProjectTemplate(template)
        project.package = package ?? NewProject.checkout(of: ExecutablePath.current)
        guard !fromDatabase else {
            return try await DatabaseAdoption(global: global, new: project, allowsUnproved: allow.contains(.unproved))
                .run()
        }
        let terminal = Terminal(global.color, environment: [:])
        for file in try project.write() { terminal.print("made \(file)") }
        if !global.quiet {
            terminal.say("next: write the schema as SQL into schema/, then: autogen revision -m \"first tables\"")
        }
    }

    /// The URL as it may stand in a file.
    static func writableURL(_ url: String) throws -> String {
        guard !url.isEmpty, !url.contains("${") else { return url }
        let parsed = try DatabaseURL(url)
        guard parsed.secretText == parsed.description else {
            throw UsageError(
                "the URL holds a password, which does not belong in a file; use --url '${DATABASE_URL}' and set that variable"
            )
        }
        return url
    }
}

/// What a person can let pass when a database is taken over.
enum TakeoverAllowance: String, CaseIterable, ExpressibleByArgument {
    case unproved
}

struct ListTemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list-templates", abstract: "Print the templates that autogen init -t takes.")

    @OptionGroup var global: GlobalOptions

    func run() {
        let terminal = Terminal(global.color, environment: [:])
        let width = ProjectTemplate.all.map(\.name.count).max() ?? 0
        for template in ProjectTemplate.all {
            let name = template.name + String(repeating: " ", count: width - template.name.count)
            terminal.print("\(name)  \(template.abstract)")
        }
    }
}
