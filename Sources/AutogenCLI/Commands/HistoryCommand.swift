import ArgumentParser
import Autogen
import AutogenRevisions

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the revisions, the latest first.",
        discussion: "With -v, also what each comes after, when it was made, and its file.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try Session(global)
        let graph = try session.autogen.history()
        for script in graph.scripts.reversed() {
            session.terminal.print(RevisionLine.text(of: script, in: graph))
            guard global.verbose else { continue }
            let down = script.revision.downRevisions.map(\.text).joined(separator: ", ")
            session.terminal.print("    after \(down.isEmpty ? "base" : down), made \(script.revision.created)")
            session.terminal.print("    \(script.file)")
        }
    }
}
