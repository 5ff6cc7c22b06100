import ArgumentParser
import Autogen
import AutogenRevisions

struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Write a revision that brings several heads together.",
        discussion: """
            It has no statements of its own. All heads are replayed together in a scratch database first.

            Examples:
              autogen merge -m "merge billing"
              autogen merge 3f2a aa41 -m "merge billing"
            """)

    @Argument(help: ArgumentHelp("The heads; all where none is named.", valueName: "rev"))
    var revisions: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("What the revision does, in a few words.", valueName: "message"))
    var message = "merge"

    @Option(help: ArgumentHelp("The id, in place of a random one.", valueName: "id"))
    var revID: String?

    @Option(help: ArgumentHelp("A name for the branch that starts here.", valueName: "label"))
    var branchLabel: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        var options = RevisionOptions(message: message)
        options.id = try revID.map(GivenID.read)
        options.labels = branchLabel
        let script = try await session.autogen.merge(revisions.map { try RevisionReference($0) }, options)
        session.progress.ended()
        session.terminal.print("wrote \(script.file)")
        try await session.runHooks(for: script)
        for id in script.revision.downRevisions { session.terminal.print("  after \(id)") }
    }
}
