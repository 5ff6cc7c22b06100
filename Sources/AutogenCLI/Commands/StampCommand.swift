import ArgumentParser
import Autogen
import AutogenRevisions

struct StampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp", abstract: "Record that the database is at a revision, without running anything.",
        discussion: """
            For a database whose schema came there by other means.

            Example:
              autogen stamp head
            """)

    @Argument(help: ArgumentHelp("The revision that the database is at.", valueName: "rev"))
    var revision: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try Session(global)
        try await session.autogen.stamp([RevisionReference(revision)])
        let graph = try session.autogen.history()
        let state = try await session.autogen.current()
        session.progress.ended()
        let names = state.heads.compactMap { graph[$0] }.map { RevisionLine.text(of: $0, in: graph) }
        session.terminal.print("stamped \(names.isEmpty ? "base" : names.joined(separator: ", "))")
    }
}
