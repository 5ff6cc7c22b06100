import ArgumentParser
import Autogen
import AutogenRevisions
import AutogenSchema

struct RevisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revision",
        abstract: "Compare the revisions with the declared schema and write a revision script.",
        discussion: """
            The script leads from what the revisions make to the declared schema. The database must have all revisions \
            and be what they make; with --from head what it has beside them is left alone, with --offline it is not \
            asked. The script is tried in a scratch database before it is written: upgrade must lead to the declared \
            schema, downgrade back. When there is nothing to do, nothing is written.

            What loses values is written only when somebody takes the loss: --drop names it, --allow data-loss takes \
            all, and at a terminal there is a question for each. Rows that need a value get one from --fill or from an \
            answer; none is made up. What was decided stands in the header of the script.

            Examples:
              autogen revision -m "add users"
              autogen revision -m "one name" --drop person.full_name
              autogen revision -m "owners" --fill "account.owner=1"
              autogen revision -m "fill in names" --empty
              autogen revision -m "invoices" --head base --branch-label billing
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("What the revision does, in a few words.", valueName: "message"))
    var message: String

    @Flag(help: "Write the sections empty, for SQL of your own.")
    var empty = false

    @Flag(help: "The same as --from offline: no database is asked.")
    var offline = false

    @Option(
        help: ArgumentHelp(
            "What the database has to do with it: database (it must be what the revisions make), head (what else it "
                + "has is left alone), offline.", valueName: "start"), transform: OptionWord.start)
    var from: RevisionStart?

    @Option(help: ArgumentHelp("The id, in place of a random one.", valueName: "id"))
    var revID: String?

    @Option(help: ArgumentHelp("What it comes after: a head, base, or LABEL@head.", valueName: "rev"))
    var head: [String] = []

    @Flag(help: "Let --head be a revision that others come after: a branch starts there.")
    var splice = false

    @Option(help: ArgumentHelp("A name for the branch that starts here.", valueName: "label"))
    var branchLabel: [String] = []

    @Option(help: ArgumentHelp("A revision of another branch that must be applied before.", valueName: "rev"))
    var dependsOn: [String] = []

    @Option(
        help: ArgumentHelp(
            "SQL that makes the rows on which the revision is tried, in place of made ones.", valueName: "file"))
    var rows: String?

    @Flag(
        help: "Let pg_dump look at both ends of the revision, too: what it sees there must be the same (PostgreSQL).")
    var observe = false

    @Flag(
        inversion: .prefixedNo,
        help: "Change tables that others use in several transactions, so that nobody waits long (PostgreSQL).")
    var online = true

    @Flag(
        help: ArgumentHelp(
            "Change the types of columns in three revisions, without locking the table while its rows are written anew "
                + "(PostgreSQL); the last one waits for upgrade --contract."))
    var expand = false

    @OptionGroup var decisions: DecisionOptions

    @Option(
        help: ArgumentHelp(
            "Write it all the same: data-loss (whatever is lost), undecided (what fails on rows), unproved, naming "
                + "(against the convention).", valueName: "kind"),
        transform: { try OptionWord.allowance($0, among: [.dataLoss, .undecided, .unproved, .naming]) })
    var allow: [Allowance] = []

    @Option(help: "text or json.")
    var format = RevisionFormat.text

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard message.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the message is empty") }
        guard !expand || !empty, !expand || online, !expand || !observe else {
            throw ValidationError(
                "--expand plans for tables that others use: it goes without --empty, --no-online and --observe")
        }
        guard !observe || !empty else {
            throw ValidationError("--observe has nothing to look at in an empty revision")
        }
        guard !offline || from == nil || from == .offline else {
            throw ValidationError("--offline and --from \(from?.rawValue ?? "") say different things")
        }
    }

    func run() async throws {
        let session = try await Session(global)
        let options = try options(session)
        do {
            guard !expand else { return try await report(expanded: options, session) }
            let written = try await session.autogen.revision(options)
            session.progress.ended()
            if let written { try await session.runHooks(for: written.script, options) }
            try await report(written, session)
        } catch let refused as Refused {
            session.progress.ended()
            guard format == .json else { throw refused }
            session.terminal.print(RefusedJSON.text(of: refused))
            throw ExitCode(ExitStatus.unsafe.rawValue)
        } catch let error as AutogenError {
            session.progress.ended()
            guard format == .json, let text = RefusedJSON.text(of: error) else { throw error }
            session.terminal.print(text)
            throw ExitCode(ExitStatus.unsafe.rawValue)
        }
    }

    private func report(_ written: WrittenRevision?, _ session: Session) async throws {
        guard format == .text else { return session.terminal.print(RevisionJSON.text(of: written)) }
        guard let written else {
            return session.terminal.print(
                "nothing to do: the revisions cover the declared schema; no revision was written")
        }
        session.terminal.print("wrote \(written.script.file)")
        for file in written.annotated { session.terminal.print("edited \(file): it keeps what you answered") }
        if let plan = written.plan {
            let statements = written.script.measuredStatements(.upgrade)
            let sizes = offline ? [:] : try await session.autogen.sizes(of: written.script.measuredRelations(.upgrade))
            session.progress.ended()
            let isMeasured = written.script.revision.measured != nil
            let lines =
                ChangeText.lines(of: plan, session.terminal, indent: "  ", measured: isMeasured)
                + ChangeText.lines(of: statements, sizes: sizes, session.terminal, indent: "  ")
            for line in lines { session.terminal.print(line) }
        }
        for acceptance in written.script.revision.accepts { session.terminal.print("  accepted: \(acceptance)") }
        guard let proof = written.proof else { return }
        session.tell(proof)
        if observe, proof.isComplete { session.say("observed: to pg_dump, too, both ends are what they should be") }
    }

    private func report(expanded options: RevisionOptions, _ session: Session) async throws {
        let written = try await session.autogen.expand(options)
        session.progress.ended()
        for one in written {
            try await session.runHooks(for: one.script, options)
            try await report(one, session)
        }
    }

    private func options(_ session: Session) throws -> RevisionOptions {
        var options = RevisionOptions(message: message)
        options.id = try revID.map(GivenID.read)
        if let rows { options.rows = RowsFile(path: rows, sql: try FleetOptions.text(of: rows)) }
        options.after = try head.map { try RevisionReference($0) }
        options.splice = splice
        options.labels = branchLabel
        options.dependsOn = try dependsOn.map { try RevisionReference($0) }
        options.isEmpty = empty
        options.isOnline = online
        options.start = offline ? .offline : from
        options.decisions = try decisions.decisions(allowed: allow)
        if observe { options.observer = { try await SchemaObserver.entries(of: $0) } }
        session.ask(for: &options, isForPrograms: format == .json)
        return options
    }
}

extension Session {
    /// What trying a revision has shown.
    func tell(_ proof: Proof) {
        for direction in Direction.allCases {
            guard let fault = proof.outcome(direction).fault else { continue }
            terminal.say("not proved: \(direction.rawValue): \(fault)")
        }
        guard proof.isComplete else { return }
        say("proved: \(Self.text(of: proof.rows))")
        if options.verbose { for line in proof.rows?.bare ?? [] { say("  no rows were made in \(line)") } }
    }

    /// What became of rows, where there was a table to put some in.
    private static func text(of rows: RowAccount?) -> String {
        guard let rows, !rows.isEmpty else {
            return "upgrade and downgrade ran in a scratch database and left no difference"
        }
        return "up and down; \(rows.summary)"
    }

    /// Has a person at a terminal decide what is left to decide.
    func ask(for revision: inout RevisionOptions, isForPrograms: Bool = false) {
        guard let prompter = Prompter(options, terminal, isForPrograms: isForPrograms) else { return }
        revision.answer = { question in
            progress.ended()
            return try await prompter.answer(question)
        }
    }
}

enum RevisionFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// An id that a person chose.
enum GivenID {
    static func read(_ text: String) throws -> RevisionID {
        guard let id = RevisionID(text) else {
            throw UsageError(
                "\"\(text)\" is no revision id: 1 to 40 letters, digits or _, and none of base, current, head, heads, none"
            )
        }
        return id
    }
}
