import ArgumentParser
import Autogen
import AutogenRevisions

struct UpgradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Apply revisions to the database.",
        discussion: """
            Each revision runs in one transaction, together with its row in the version table.

            Examples:
              autogen upgrade
              autogen upgrade +1
              autogen upgrade 3f2a --url sqlite:other.db
            """)

    @Argument(help: ArgumentHelp("The revision to get to.", valueName: "rev"))
    var revision = "head"

    @OptionGroup var lock: LockOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try Session(global, wait: lock.wait)
        let done = try await session.autogen.upgrade(to: RevisionReference(revision))
        session.progress.ended()
        for script in done { session.terminal.print("upgraded to \(script.id)  \(script.revision.message)") }
        if done.isEmpty { session.terminal.print("nothing to do: the database has all these revisions") }
    }
}
