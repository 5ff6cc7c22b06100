import ArgumentParser
import Autogen
import AutogenRevisions

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the script of a revision.",
        discussion: """
            Example:
              autogen show head
            """)

    @Argument(help: ArgumentHelp("The revision.", valueName: "rev"))
    var revision: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        guard let found = try await session.autogen.show(RevisionReference(revision)) else {
            throw UsageError("\(revision) is the base, before the first revision: it has no script")
        }
        session.say("\(found.script.file)")
        if found.script.revision.isMeasuredBeforeEdit { session.say("note: \(MigrationPreview.staleNote)") }
        session.terminal.printRaw(found.text)
    }
}
