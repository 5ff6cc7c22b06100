import ArgumentParser
import Autogen
import AutogenRevisions

struct CurrentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "current", abstract: "Print the revision that the database is at.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        for (name, session) in try await Session.each(global) {
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    private func run(_ session: Session) async throws {
        let graph = try session.autogen.history()
        let state = try await session.autogen.current()
        session.progress.ended()
        for id in state.heads {
            guard let script = graph[id] else { continue }
            session.terminal.print(RevisionLine.text(of: script, in: graph))
        }
        if let row = state.unfinished, let progress = row.progress {
            session.terminal.print("\(row.id)  left on its way: \(progress)")
        }
        if state.heads.isEmpty { session.terminal.print("base") }
    }
}
