import ArgumentParser
import Autogen
import AutogenRevisions

struct EnsureVersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensure-version", abstract: "Make the version table if the database has none.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        for (name, session) in try await Session.each(global) {
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    private func run(_ session: Session) async throws {
        try await session.autogen.ensureVersionTable()
        session.progress.ended()
        session.terminal.print("the version table \(session.autogen.project.versionTable.name) is there")
    }
}
