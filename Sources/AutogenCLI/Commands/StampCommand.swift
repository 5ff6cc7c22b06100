import ArgumentParser
import Autogen
import AutogenRevisions

struct StampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp", abstract: "Record that the database is at a revision, without running anything.",
        discussion: """
            For a database whose schema came there by other means.

            Examples:
              autogen stamp head
              autogen stamp --purge base       (forgets whatever is recorded)
              autogen stamp 3f2a aa41          (one of each branch)
            """)

    @Argument(help: ArgumentHelp("The revisions that the database is at.", valueName: "rev"))
    var revisions: [String]

    @Flag(help: "Forget first what is recorded, whatever that is.")
    var purge = false

    @Flag(help: "Print the SQL without asking a database; it forgets what else is recorded.")
    var sql = false

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
            let references = try revisions.map { try RevisionReference($0) }
            return session.terminal.printRaw(try session.autogen.offlineRecord(references))
        }
        try await session.autogen.stamp(revisions.map { try RevisionReference($0) }, purge: purge)
        let graph = try session.autogen.history()
        let state = try await session.autogen.current()
        session.progress.ended()
        let names = state.heads.compactMap { graph[$0] }.map { RevisionLine.text(of: $0, in: graph) }
        session.terminal.print("stamped \(names.isEmpty ? "base" : names.joined(separator: ", "))")
    }
}
