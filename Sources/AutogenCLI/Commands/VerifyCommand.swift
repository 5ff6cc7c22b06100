import ArgumentParser
import Autogen
import AutogenRevisions

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Apply revisions, take them back and apply them again in a scratch database.",
        discussion: """
            Taking back must lead to the schema before, applying again to the schema after. Exits with 1 when it does \
            not.

            Examples:
              autogen verify             (all revisions)
              autogen verify head
            """)

    @Argument(help: ArgumentHelp("The revisions.", valueName: "rev"))
    var revisions: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let verified = try await session.autogen.verify(revisions.map { try RevisionReference($0) })
        session.progress.ended()
        for one in verified {
            session.terminal.print("\(one.script.file): \(one.fault ?? "ok")")
        }
        if verified.isEmpty { session.terminal.print("there are no revisions") }
        if verified.contains(where: { $0.fault != nil }) { throw ExitCode(ExitStatus.found.rawValue) }
    }
}
