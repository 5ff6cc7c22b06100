import ArgumentParser
import Autogen
import AutogenRevisions

struct HeadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heads", abstract: "Print the latest revision, or all of them where the history forks.")

    @Flag(help: "Leave out heads that another branch depends on.")
    var resolveDependencies = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let graph = try session.autogen.history()
        for id in resolveDependencies ? graph.independentHeads : graph.heads {
            guard let script = graph[id] else { continue }
            let labels = graph.branchLabels(of: id)
            let names = labels.isEmpty ? "" : " [\(labels.joined(separator: ", "))]"
            session.terminal.print("\(script.id)  \(script.revision.message)\(names)")
        }
    }
}
