import ArgumentParser
import Autogen
import AutogenRevisions

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Before a commit: do the revisions cover the declared schema?",
        discussion: """
            Also checks that there is one head and that no script was edited since its snapshot. Needs no database \
            while the schema's files are those of the latest revision. Exits with 1 when something is found.

            Examples:
              autogen check
              autogen check --live       (compares with the database too)
              autogen check --accept     (after editing a script: writes its snapshot anew)
            """)

    @Flag(help: "Compare with the database too.")
    var live = false

    @Flag(help: "Take edited scripts as they are: replay them and write their snapshots.")
    var accept = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let session = try await Session(global, mayLackDatabase: !live)
        if accept {
            for script in try await session.autogen.acceptScripts() {
                session.terminal.print("accepted \(script.file)")
            }
        }
        let findings = try await session.autogen.check(live: live)
        session.progress.ended()
        guard findings.isEmpty else {
            for finding in findings { session.terminal.print(finding.description) }
            throw ExitCode(ExitStatus.found.rawValue)
        }
        session.terminal.print(
            "ok: the revisions cover the declared schema\(live ? ", and the database has them" : "")")
    }
}
