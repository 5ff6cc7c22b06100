import ArgumentParser
import Autogen
import AutogenRevisions

struct EnsureVersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensure-version", abstract: "Make the version table if the database has none.")

    @Flag(help: "Print the SQL without asking a database.")
    var sql = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        for (name, session) in try await Session.each(global) {
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    private func run(_ session: Session) async throws {
        if sql { return session.terminal.printRaw(try session.autogen.offlineRecord(nil)) }
        try await session.autogen.ensureVersionTable()
        session.progress.ended()
        session.terminal.print("the version table \(session.autogen.project.versionTable.name) is there")
    }
}
