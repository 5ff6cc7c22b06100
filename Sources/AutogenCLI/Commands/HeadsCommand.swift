import ArgumentParser
import Autogen
import AutogenRevisions

struct HeadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heads", abstract: "Print the latest revision, or all of them where the history forks.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try Session(global)
        let graph = try session.autogen.history()
        for id in graph.heads {
            guard let script = graph[id] else { continue }
            session.terminal.print("\(script.id)  \(script.revision.message)")
        }
    }
}
