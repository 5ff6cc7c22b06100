import ArgumentParser
import Autogen
import AutogenRevisions

struct RevisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revision", abstract: "Compare the database with the declared schema and write a revision script.",
        discussion: """
            The database must be at head; with --offline the head's snapshot takes its place. The script is tried in a \
            scratch database before it is written: upgrade must lead to the declared schema, downgrade back. When there \
            is nothing to do, nothing is written.

            Examples:
              autogen revision -m "add users"
              autogen revision -m "fill in names" --empty
              autogen revision -m "invoices" --head base --branch-label billing
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("What the revision does, in a few words.", valueName: "message"))
    var message: String

    @Flag(help: "Write the sections empty, for SQL of your own.")
    var empty = false

    @Flag(help: "Compare with the snapshot of the head; no database is asked.")
    var offline = false

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

    @Option(help: ArgumentHelp("Write it all the same: unproved, or against the naming convention.", valueName: "kind"))
    var allow: [Allowance] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard message.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the message is empty") }
    }

    func run() async throws {
        let session = try await Session(global)
        let written = try await session.autogen.revision(options())
        session.progress.ended()
        guard let written else {
            let what = offline ? "the revisions cover the declared schema" : "the database is as declared"
            return session.terminal.print("nothing to do: \(what); no revision was written")
        }
        session.terminal.print("wrote \(written.script.file)")
        try await session.runHooks(for: written.script)
        if let plan = written.plan {
            for line in ChangeText.lines(of: plan, session.terminal, indent: "  ") { session.terminal.print(line) }
        }
        guard let proof = written.proof else { return }
        for direction in Direction.allCases {
            guard let fault = proof.outcome(direction).fault else { continue }
            session.terminal.say("not proved: \(direction.rawValue): \(fault)")
        }
        if proof.isComplete {
            session.say("proved: upgrade and downgrade ran in a scratch database and left no difference")
        }
    }

    private func options() throws -> RevisionOptions {
        var options = RevisionOptions(message: message)
        options.id = try revID.map(GivenID.read)
        options.after = try head.map { try RevisionReference($0) }
        options.splice = splice
        options.labels = branchLabel
        options.dependsOn = try dependsOn.map { try RevisionReference($0) }
        options.isEmpty = empty
        options.isOffline = offline
        options.allowsUnproved = allow.contains(.unproved)
        options.allowsNames = allow.contains(.naming)
        return options
    }
}

/// What a person can let pass.
enum Allowance: String, CaseIterable, ExpressibleByArgument {
    case unproved, naming
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
