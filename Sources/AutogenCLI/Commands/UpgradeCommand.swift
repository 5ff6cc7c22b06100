import ArgumentParser
import Autogen
import AutogenRevisions
import AutogenSchema

struct UpgradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Apply revisions to the database.",
        discussion: """
            Each revision runs in one transaction, together with its row in the version table. Before the first statement \
            the database is looked at: rows that a script would fail on stop it, and so do objects of these revisions that \
            somebody changed by hand.

            Examples:
              autogen upgrade
              autogen upgrade +1
              autogen upgrade 3f2a --url sqlite:other.db
              autogen upgrade heads              (all branches)
              autogen upgrade --dry-run          (shows the statements with their hazards)
              autogen upgrade --preflight only   (asks the rows, and runs nothing)
              autogen upgrade 3f2a:head --sql    (prints the script for psql or sqlite3; no database is asked)
              autogen upgrade --all --canary staging --jobs 8
              autogen upgrade --urls tenants.txt --stop-after 3

            With --all, --urls or --urls-from many databases are upgraded: the canary alone, then the others if it \
            went well. The same command again goes on with those that lack revisions. Exits with 3 when one failed, \
            with 4 when all that did not go on were refused as unsafe.
            """)

    @Argument(help: ArgumentHelp("The revision to get to.", valueName: "rev"))
    var revision = "head"

    @Flag(help: "Print the SQL, version table included, without asking a database: from base, or FROM:TO.")
    var sql = false

    @Flag(help: "Print what would run, and run nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("The database of a fleet that comes first, alone: the first.", valueName: "name"))
    var canary: String?

    @Option(help: ArgumentHelp("How many failures end the upgrade of a fleet: 1.", valueName: "count"))
    var stopAfter: Int?

    @OptionGroup var preflight: PreflightOptions

    @Option(
        help: ArgumentHelp(
            "What may be lost where the environment protects it: [KIND] SCHEMA.TABLE[.COLUMN]. Can be repeated.",
            valueName: "object"))
    var drop: [String] = []

    @Option(
        help: ArgumentHelp(
            "Apply them all the same: data-loss, rewrite, lock (what the environment protects), drift (what was changed by "
                + "hand).",
            valueName: "kind"),
        transform: { try OptionWord.allowance($0, among: [.dataLoss, .drift, .rewrite, .lock]) })
    var allow: [Allowance] = []

    @Flag(
        help: ArgumentHelp(
            "Also run revisions marked -- requires: deployed, where the database had what they end before. Give it once "
                + "the application's new version runs everywhere."
        ))
    var contract = false

    @OptionGroup var fleet: FleetOptions
    @OptionGroup var lock: LockOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if !fleet.isGiven, canary != nil || stopAfter != nil {
            throw ValidationError("--canary and --stop-after are for --all, --urls FILE and --urls-from COMMAND")
        }
        if fleet.isGiven, sql || dryRun {
            throw ValidationError("--sql and --dry-run are for one database; drift shows what those of a fleet lack")
        }
        if preflight.mode == .only, fleet.isGiven || sql || dryRun {
            throw ValidationError("--preflight only is for one database at a time, without --sql and --dry-run")
        }
        guard stopAfter ?? 1 > 0 else { throw ValidationError("--stop-after must be at least 1") }
    }

    func run() async throws {
        if fleet.isGiven { return try await runFleet() }
        for (name, session) in try await Session.each(global, wait: lock.wait) {
            var session = session
            session.autogen.project.migration.isDeployed = contract
            if !name.isEmpty { session.terminal.print("\(name):") }
            try await run(session)
        }
    }

    private func run(_ session: Session) async throws {
        if sql {
            let range = try RevisionRange(revision.contains(":") ? revision : ":\(revision)")
            var autogen = session.autogen
            preflight.set(&autogen)
            return session.terminal.printRaw(try await autogen.offline(.upgrade, range))
        }
        if dryRun {
            let reference = try RevisionReference(revision)
            let scripts = try await session.autogen.steps(.upgrade, to: reference)
            let held = try await session.autogen.heldBack(upTo: reference)
            let recorded = try await session.autogen.recordedOnly(upTo: reference)
            session.progress.ended()
            if let held { session.terminal.say(HeldBack.text(held, isDeployed: contract)) }
            if !scripts.isEmpty {
                let sizes = try await session.autogen.sizes(of: scripts.flatMap { $0.measuredRelations(.upgrade) })
                return session.terminal.printRaw(
                    MigrationPreview.text(of: scripts, .upgrade, recorded: recorded, sizes: sizes))
            }
            return nothingToDo(session, held)
        }
        let reference = try RevisionReference(revision)
        guard preflight.mode != .only else {
            return try await preflight.look(session, .upgrade, to: reference, allowing: allow)
        }
        let prompter = Prompter(global, session.terminal)
        let done = try await preflight.applied(to: session, .upgrade).upgrade(to: reference, decisions: decisions()) {
            question in
            guard let prompter else { throw Refused([question]) }
            session.progress.ended()
            return try await prompter.answer(question)
        }
        session.progress.ended()
        if done.isEmpty { nothingToDo(session, try await session.autogen.heldBack(upTo: reference)) }
    }

    private func nothingToDo(_ session: Session, _ held: RevisionScript?) {
        session.terminal.print(
            held.map { "nothing to do: the database has all revisions before \($0.id)" }
                ?? "nothing to do: the database has all these revisions")
    }

    private func decisions() throws -> RevisionDecisions {
        var decisions = RevisionDecisions()
        decisions.drops = try drop.map { text throws(AddressError) in try AddressPattern(text) }
        decisions.allowed = Set(allow)
        return decisions
    }

    private func settled(_ member: FleetMember) -> FleetMember {
        var project = member.project
        project.migration.isDeployed = contract
        return FleetMember(name: member.name, project: project)
    }

    private func runFleet() async throws {
        let session = try await Session(global, mayLackDatabase: true, wait: lock.wait)
        let (terminal, progress) = (session.terminal, session.progress)
        let decisions = try decisions()
        let result = try await session.autogen.upgrade(
            fleet: try await preflight.applied(to: fleet.members(session)).map(settled),
            to: RevisionReference(revision),
            canary: canary,
            jobs: fleet.jobs, stopAfter: stopAfter ?? 1, decisions: decisions
        ) { database in
            progress.ended()
            switch database.outcome {
            case .upgraded(let scripts):
                for script in scripts {
                    terminal.print("\(database.name): upgraded to \(script.id)  \(script.revision.message)")
                }
            case .upToDate: terminal.print("\(database.name): up to date")
            case .failed(let error): terminal.say("\(database.name): \(CommandLineAdvice.text(of: error))")
            case .notBegun: break
            }
        }
        progress.ended()
        terminal.print(result.description)
        guard !result.failures.isEmpty else { return }
        // What was refused as unsafe in all of them is no failure of a database.
        let isRefused = result.failures.allSatisfy { ($0.error as? any ExplainedError)?.category == .unsafe }
        throw ExitCode((isRefused ? ExitStatus.unsafe : .database).rawValue)
    }
}
