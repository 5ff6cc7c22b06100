import ArgumentParser
import Autogen
import AutogenRevisions

struct BranchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branches", abstract: "List where the history forks, and the branches that have a label.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let graph = try session.autogen.history()
        let labelled = graph.scripts.filter { !$0.revision.labels.isEmpty }.map(\.id)
        let points = graph.branchPoints
        for script in graph.scripts where points.contains(script.id) || labelled.contains(script.id) {
            session.terminal.print(RevisionLine.text(of: script, in: graph))
            guard points.contains(script.id) else { continue }
            for child in graph.children(of: script.id).compactMap({ graph[$0] }) {
                session.terminal.print("  -> \(RevisionLine.text(of: child, in: graph))")
            }
        }
    }
}
