import ArgumentParser
import Autogen
import AutogenRevisions
import AutogenSchema

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Before a commit: do the revisions cover the declared schema?",
        discussion: """
            Also checks that there is one head, that no script was edited since its snapshot, and that the header of \
            each script accepts what its upgrade loses. Scripts that are new since the branch parts from origin's, or from \
            main, are looked at as autogen lint does: errors fail the check, and warnings are shown. Needs no database \
            while the schema's files are those of the latest revision, and nothing is new. Exits with 1 when something is \
            found.

            Examples:
              autogen check
              autogen check --live       (compares with the database too)
              autogen check --staged     (in a hook of Git's: what would be committed)
              autogen check --merge-base origin/main   (in CI: with the revisions of both branches, in either order)
              autogen check --no-lint    (does not run the scripts that are new)
              autogen check --accept     (after editing a script: writes its snapshot anew)
              autogen check --accept --allow data-loss   (also writes the lines that accept what is lost)
            """)

    @Flag(help: "Compare with the database too.")
    var live = false

    @Flag(help: "Look at what would be committed now (Git's index), not at the work tree.")
    var staged = false

    @Option(
        help: ArgumentHelp(
            "Also whether the new revisions here and those of another branch, such as origin/main, go together.",
            valueName: "ref"))
    var mergeBase: String?

    @Flag(help: "Do not look at what the scripts that are new do to clients and to rows.")
    var noLint = false

    @Flag(help: "Take edited scripts as they are: replay them and write their snapshots.")
    var accept = false

    @Option(
        help: ArgumentHelp(
            "With --accept, what may be lost: [KIND] SCHEMA.TABLE[.COLUMN]. Can be repeated.", valueName: "object"))
    var drop: [String] = []

    @Option(
        help: ArgumentHelp("With --accept, whatever is lost: data-loss.", valueName: "kind"),
        transform: { try OptionWord.allowance($0, among: [.dataLoss]) })
    var allow: [Allowance] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if staged, live || accept || mergeBase != nil {
            throw ValidationError("--staged looks at files alone: without --live, --accept and --merge-base")
        }
        if !accept, !(drop.isEmpty && allow.isEmpty) { throw ValidationError("--drop and --allow are for --accept") }
    }

    func run() async throws {
        guard staged else { return try await run(global, folder: nil) }
        try await StagedProject.with(global) { try await run($0, folder: $1) }
    }

    /// - Parameter folder: the project's own, where another stands for it as it would be committed.
    private func run(_ global: GlobalOptions, folder: String?) async throws {
        let session = try await Session(global, mayLackDatabase: !live)
        if accept { try await acceptScripts(session) }
        let git = GitFolder(folder ?? session.autogen.project.root, isStaged: folder != nil)
        var findings = try await session.autogen.check(live: live, lints: noLint ? nil : git)
        if let mergeBase { findings += try await session.autogen.check(mergingInto: mergeBase) }
        session.progress.ended()
        if global.verbose {
            let exempt = try session.autogen.exemptRevisions().count
            if exempt > 0 {
                session.terminal.say(
                    "\(exempt) revision\(exempt == 1 ? "" : "s") from before losses were to be accepted: not asked")
            }
            for annotation in try await session.autogen.spentAnnotations() {
                session.progress.ended()
                session.terminal.say(
                    "\(annotation.location): note: autogen:\(annotation.kind.rawValue) is spent: a revision has it, so "
                        + "the comment may go")
            }
        }
        for finding in findings { session.terminal.print(CommandLineAdvice.text(of: finding)) }
        if findings.contains(where: \.isFailure) { throw ExitCode(ExitStatus.found.rawValue) }
        session.terminal.print(
            "ok: the revisions cover the declared schema\(live ? ", and the database has them" : "")"
                + (mergeBase.map { ", and go together with those of \($0)" } ?? ""))
    }

    private func acceptScripts(_ session: Session) async throws {
        var decisions = RevisionDecisions()
        decisions.drops = try drop.map { text throws(AddressError) in try AddressPattern(text) }
        decisions.allowed = Set(allow)
        let prompter = Prompter(global, session.terminal)
        let accepted = try await session.autogen.acceptScripts(decisions: decisions) { question in
            guard let prompter else { throw Refused([question]) }
            session.progress.ended()
            return try await prompter.answer(question)
        }
        session.progress.ended()
        for script in accepted { session.terminal.print("accepted \(script.file)") }
    }
}
