import ArgumentParser
import Autogen
import AutogenRevisions

struct DowngradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "downgrade", abstract: "Take revisions back.",
        discussion: """
            What a revision made goes when it is taken back. The rows that hold it are counted first: where there are \
            none, nothing is asked; otherwise somebody at a terminal must say yes, or --drop or --allow data-loss must. \
            A column that comes back to rows and must have a value gets one from --fill.

            Examples:
              autogen downgrade -1
              autogen downgrade -1 --allow data-loss
              autogen downgrade -1 --fill "person.full_name='unknown'"
              autogen downgrade base
              autogen downgrade billing@base     (one branch)
              autogen downgrade head:3f2a --sql  (prints the script for psql or sqlite3; no database is asked)
            """)

    @Argument(help: ArgumentHelp("The revision to get back to.", valueName: "rev"))
    var revision: String

    @Flag(help: "Print the SQL, version table included, without asking a database: FROM:TO.")
    var sql = false

    @Flag(help: "Print what would run, and run nothing.")
    var dryRun = false

    @OptionGroup var decisions: DecisionOptions

    @Option(
        help: ArgumentHelp(
            "Take it back all the same: data-loss (whatever is lost), undecided (what fails on rows), rewrite, "
                + "lock (what the environment protects), drift (what was changed by hand).",
            valueName: "kind"),
        transform: { try OptionWord.allowance($0, among: [.dataLoss, .undecided, .drift, .rewrite, .lock]) })
    var allow: [Allowance] = []

    @OptionGroup var preflight: PreflightOptions
    @OptionGroup var lock: LockOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let sessions = try await Session.each(global, wait: lock.wait)
        if sessions.count > 1, !sql, !dryRun { try await checkAll(sessions) }
        for (name, session) in sessions {
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    /// Of several databases none is touched unless all may be.
    private func checkAll(_ sessions: [(name: String, session: Session)]) async throws {
        let reference = try RevisionReference(revision)
        let decisions = try decisions.decisions(allowed: allow)
        var questions: [Question] = []
        for (name, session) in sessions {
            let open = try await session.autogen.downgradeQuestions(to: reference, decisions: decisions)
            questions += open.map { question in
                Question(
                    question.matter, question.object, message: "\(name): \(question.message)", rows: question.rows)
            }
        }
        guard questions.isEmpty else { throw Refused(questions, outcome: "nothing was taken back in any database") }
    }

    private func run(_ session: Session) async throws {
        guard decisions.zone.isEmpty else {
            throw UsageError(
                "--zone decides when a revision is written; a downgrade runs what stands in the script: edit that")
        }
        if sql {
            guard decisions.drop.isEmpty, decisions.fill.isEmpty else {
                throw UsageError(
                    "--sql asks no database, so --drop and --fill have nothing to decide: the script that is printed "
                        + "says what it loses and where a value must stand")
            }
            guard revision.contains(":") else {
                throw UsageError(
                    "downgrade --sql needs to know where the database is: FROM:TO, such as head:\(revision)")
            }
            var autogen = session.autogen
            preflight.set(&autogen)
            return session.terminal.printRaw(try await autogen.offline(.downgrade, RevisionRange(revision)))
        }
        if dryRun {
            let scripts = try await session.autogen.steps(.downgrade, to: RevisionReference(revision))
            session.progress.ended()
            if !scripts.isEmpty {
                for loss in try await session.autogen.losses(.downgrade, to: RevisionReference(revision)) {
                    session.terminal.print("-- loses: \(loss.object), \(loss.rows) (\(loss.revision))")
                }
                session.progress.ended()
                let sizes = try await session.autogen.sizes(of: scripts.flatMap { $0.measuredRelations(.downgrade) })
                return session.terminal.printRaw(MigrationPreview.text(of: scripts, .downgrade, sizes: sizes))
            }
            return session.terminal.print("nothing to do: the database has no later revision")
        }
        let decisions = try decisions.decisions(allowed: allow)
        let prompter = Prompter(global, session.terminal)
        let reference = try RevisionReference(revision)
        guard preflight.mode != .only else {
            return try await preflight.look(session, .downgrade, to: reference, allowing: allow)
        }
        let done = try await preflight.applied(to: session, .downgrade).downgrade(to: reference, decisions: decisions) {
            question in
            guard let prompter else { throw Refused([question]) }
            session.progress.ended()
            return try await prompter.answer(question)
        }
        session.progress.ended()
        if done.isEmpty { session.terminal.print("nothing to do: the database has no later revision") }
    }
}
