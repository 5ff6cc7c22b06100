import ArgumentParser
import Autogen
import AutogenRevisions

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the revisions, the latest first.",
        discussion: """
            With -v, also what each comes after and depends on, when it was made, and its file.

            Examples:
              autogen history -r 3f2a:head
              autogen history -r current: -i
              autogen history -r -3:
            """)

    @Option(
        name: [.customShort("r"), .customLong("rev-range")], parsing: .unconditional,
        help: ArgumentHelp("A part: FROM:TO, both included; either may be left out.", valueName: "from:to"))
    var range: String?

    @Flag(name: [.customShort("i"), .customLong("indicate-current")], help: "Mark where the database is.")
    var indicate = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        let graph = try session.autogen.history()
        let range = try RevisionRange(range ?? ":")
        var state: DatabaseState?
        if indicate || range.needsDatabase { state = try await session.autogen.current() }
        let scripts = try graph.scripts(in: range, applied: state?.ids)
        session.progress.ended()
        let current = indicate ? Set(state?.heads ?? []) : []
        for script in scripts {
            session.terminal.print(RevisionLine.text(of: script, in: graph, current: current))
            guard global.verbose else { continue }
            let down = Self.list(script.revision.downRevisions) ?? "base"
            session.terminal.print("    after \(down), made \(script.revision.created)")
            if let needs = Self.list(script.revision.dependsOn) { session.terminal.print("    depends on \(needs)") }
            let labels = graph.branchLabels(of: script.id)
            if !labels.isEmpty { session.terminal.print("    on \(labels.joined(separator: ", "))") }
            session.terminal.print("    \(script.file)")
        }
    }

    private static func list(_ ids: [RevisionID]) -> String? {
        ids.isEmpty ? nil : ids.map(\.text).joined(separator: ", ")
    }
}
