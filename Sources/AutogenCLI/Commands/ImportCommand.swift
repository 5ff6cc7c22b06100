import ArgumentParser
import Autogen
import AutogenRevisions

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over the revisions of an Alembic project.",
        discussion: """
            Runs Alembic, as its project is set up, for the list of revisions and the SQL of each, and writes them as \
            revisions with the same ids, branches and labels. They are replayed in a scratch database for their \
            snapshots; what they lead to becomes the declared schema where there is none. The database is recorded to be \
            where Alembic's version table says; nothing else is changed in it, and Alembic's project stays as it is.

            What a revision does in Python only, such as moving rows it has read before, Alembic can't print: such \
            revisions are named, and --allow incomplete leaves their SQL to you.

            Examples:
              autogen import alembic --url sqlite:app.db
              autogen import alembic backend/ --alembic "poetry run alembic" --url '${DATABASE_URL}'
            """)

    @Argument(help: ArgumentHelp("What the project is made with: alembic.", valueName: "tool"))
    var tool: MigrationTool

    @Argument(help: ArgumentHelp("The folder in which Alembic is run.", valueName: "folder"))
    var folder = "."

    @Option(help: ArgumentHelp("How Alembic is run.", valueName: "command"))
    var alembic = "alembic"

    @Option(help: ArgumentHelp("Take over what lacks some SQL, too: incomplete.", valueName: "kind"))
    var allow: [ImportAllowance] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        if !ProjectStart.hasConfiguration(global), global.url == nil {
            throw UsageError("there is no autogen.yaml here; add --url URL, as for autogen init")
        }
        let new = NewProject(folder: ".", url: try InitCommand.writableURL(global.url ?? ""))
        let start = try await ProjectStart(global, new)
        let program = AlembicRunner(command: alembic, folder: folder).program
        let imported = try await start.autogen.importRevisions(
            of: program, allowsIncomplete: allow.contains(.incomplete),
            prepare: { try start.write(leavingAlone: $0, "Alembic's own; drop it when Alembic is gone") })
        let session = start.session
        session.progress.ended()
        for script in imported.scripts { session.terminal.print("wrote \(script.file)") }
        session.show(files: imported.files)
        for (old, id) in imported.names { session.terminal.print("renamed \(old) to \(id)") }
        if let stamped = imported.stamped {
            let names = stamped.map(\.text).joined(separator: ", ")
            session.terminal.print("stamped \(names.isEmpty ? "base" : names)")
        }
        for problem in imported.problems { session.terminal.say("warning: \(problem)") }
        if !start.isNew {
            session.say("leave Alembic's table out of the schema: objects: exclude: - table: \(imported.versionTable)")
        }
    }
}

/// What wrote the revisions that are taken over.
enum MigrationTool: String, CaseIterable, ExpressibleByArgument {
    case alembic
}

/// What a person can let pass.
enum ImportAllowance: String, CaseIterable, ExpressibleByArgument {
    case incomplete
}
