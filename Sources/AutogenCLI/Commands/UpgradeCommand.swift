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
              autogen upgrade heads              (all branches)
              autogen upgrade --dry-run          (shows the statements with their hazards)
              autogen upgrade 3f2a:head --sql    (prints the script for psql or sqlite3; no database is asked)
            """)

    @Argument(help: ArgumentHelp("The revision to get to.", valueName: "rev"))
    var revision = "head"

    @Flag(help: "Print the SQL, version table included, without asking a database: from base, or FROM:TO.")
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
            let range = try RevisionRange(revision.contains(":") ? revision : ":\(revision)")
            return session.terminal.printRaw(try await session.autogen.offline(.upgrade, range))
        }
        if dryRun {
            let scripts = try await session.autogen.steps(.upgrade, to: RevisionReference(revision))
            session.progress.ended()
            if !scripts.isEmpty { return session.terminal.printRaw(MigrationPreview.text(of: scripts, .upgrade)) }
            return session.terminal.print("nothing to do: the database has all these revisions")
        }
        let done = try await session.autogen.upgrade(to: RevisionReference(revision))
        session.progress.ended()
        for script in done { session.terminal.print("upgraded to \(script.id)  \(script.revision.message)") }
        if done.isEmpty { session.terminal.print("nothing to do: the database has all these revisions") }
    }
}
