import ArgumentParser
import Autogen
import AutogenRevisions

struct SquashCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "squash", abstract: "Make one revision of several in a row.",
        discussion: """
            It keeps the id of the last and has the statements of all. It is tried in a scratch database first: it must \
            lead where they led, and back. A database that has them all has the new one; one that has only some must be \
            upgraded before.

            Example:
              autogen squash 3f2a:aa41 -m "first tables"
            """)

    @Argument(help: ArgumentHelp("The first and the last revision.", valueName: "from:to"))
    var range: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("What the revision does; else that of the last.", valueName: "message"))
    var message: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let script = try await session.autogen.squash(RevisionRange(range), message: message)
        session.progress.ended()
        session.terminal.print("wrote \(script.file)")
        try await session.runHooks(for: script)
        for id in script.revision.replaces where id != script.id { session.terminal.print("  in place of \(id)") }
    }
}
