import ArgumentParser
import Autogen
import AutogenRevisions

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open the script of a revision in your editor.",
        discussion: """
            The editor is that of the variable VISUAL or EDITOR. A script that a database has must stay as it is.

            Example:
              autogen edit head
            """)

    @Argument(help: ArgumentHelp("The revision.", valueName: "rev"))
    var revision = "head"

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global)
        guard let found = try await session.autogen.show(RevisionReference(revision)) else {
            throw UsageError("\(revision) is the base, before the first revision: it has no script")
        }
        session.progress.ended()
        let environment = ProcessInfo.processInfo.environment
        guard let editor = environment["VISUAL"] ?? environment["EDITOR"], !editor.isEmpty else {
            throw UsageError("no editor is set: set the variable EDITOR, or open \(found.script.file)")
        }
        let path = session.autogen.project.revisions.path(of: found.script)
        let status = try await session.autogen.writing { try await Subprocess.run(line: editor + " \"$1\"", path) }
        guard status == 0 else { throw UsageError("\(editor) ended with status \(status)") }
        session.terminal.print(found.script.file)
        _ = try session.autogen.history()
    }
}
