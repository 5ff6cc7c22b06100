import ArgumentParser
import Autogen
import AutogenRevisions

struct DowngradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "downgrade", abstract: "Take revisions back.",
        discussion: """
            Examples:
              autogen downgrade -- -1    (or: autogen downgrade current-1)
              autogen downgrade base
            """)

    @Argument(help: ArgumentHelp("The revision to get back to.", valueName: "rev"))
    var revision: String

    @OptionGroup var lock: LockOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try Session(global, wait: lock.wait)
        let done = try await session.autogen.downgrade(to: RevisionReference(revision))
        session.progress.ended()
        for script in done { session.terminal.print("took back \(script.id)  \(script.revision.message)") }
        if done.isEmpty { session.terminal.print("nothing to do: the database has no later revision") }
    }
}
