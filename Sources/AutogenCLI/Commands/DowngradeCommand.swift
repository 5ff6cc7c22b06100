import ArgumentParser
import Autogen
import AutogenRevisions

struct DowngradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "downgrade", abstract: "Take revisions back.",
        discussion: """
            Examples:
              autogen downgrade -1
              autogen downgrade base
              autogen downgrade billing@base     (one branch)
              autogen downgrade head:3f2a --sql  (prints the script for psql or sqlite3; no database is asked)
            """)

    @Argument(help: ArgumentHelp("The revision to get back to.", valueName: "rev"))
    var revision: String

    @Flag(help: "Print the SQL, version table included, without asking a database: FROM:TO.")
    var sql = false

    @Flag(help: "Print what would run, and run nothing.")
    var dryRun = false

    @OptionGroup var lock: LockOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        for (name, session) in try await Session.each(global, wait: lock.wait) {
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    private func run(_ session: Session) async throws {
        if sql {
            guard revision.contains(":") else {
                throw UsageError(
                    "downgrade --sql needs to know where the database is: FROM:TO, such as head:\(revision)")
            }
            return session.terminal.printRaw(try await session.autogen.offline(.downgrade, RevisionRange(revision)))
        }
        if dryRun {
            let scripts = try await session.autogen.steps(.downgrade, to: RevisionReference(revision))
            session.progress.ended()
            if !scripts.isEmpty { return session.terminal.printRaw(MigrationPreview.text(of: scripts, .downgrade)) }
            return session.terminal.print("nothing to do: the database has no later revision")
        }
        let done = try await session.autogen.downgrade(to: RevisionReference(revision))
        session.progress.ended()
        for script in done { session.terminal.print("took back \(script.id)  \(script.revision.message)") }
        if done.isEmpty { session.terminal.print("nothing to do: the database has no later revision") }
    }
}
