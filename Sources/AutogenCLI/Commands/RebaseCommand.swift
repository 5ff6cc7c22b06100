import ArgumentParser
import Autogen
import AutogenRevisions

struct RebaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebase", abstract: "Put the revisions of one head after another head.",
        discussion: """
            For two branches of work that met: the revisions that only HEAD has get a place after the other head. Only \
            the down-revision in their headers changes. They are applied, taken back and applied again in a scratch \
            database first, and a database that has them already is a reason to refuse.

            Example:
              autogen rebase aa41 --onto 3f2a
            """)

    @Argument(help: ArgumentHelp("The head to move.", valueName: "head"))
    var revision: String

    @Option(help: ArgumentHelp("The head to come after.", valueName: "rev"))
    var onto: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let scripts = try await session.autogen.rebase(RevisionReference(revision), onto: RevisionReference(onto))
        session.progress.ended()
        for script in scripts {
            let down = script.revision.downRevisions.map(\.text).joined(separator: ", ")
            session.terminal.print("\(script.file): after \(down)")
        }
    }
}
