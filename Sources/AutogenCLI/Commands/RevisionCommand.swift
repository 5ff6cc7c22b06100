import ArgumentParser
import Autogen
import AutogenRevisions

struct RevisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revision", abstract: "Compare the database with the declared schema and write a revision script.",
        discussion: """
            The database must be at head. The script is tried in a scratch database before it is written: upgrade must \
            lead to the declared schema, downgrade back. When there is nothing to do, nothing is written.

            Example:
              autogen revision -m "add users"
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("What the revision does, in a few words.", valueName: "message"))
    var message: String

    @Option(help: ArgumentHelp("Write it all the same when it is: unproved.", valueName: "kind"))
    var allow: [Allowance] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard message.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the message is empty") }
    }

    func run() async throws {
        let session = try Session(global)
        let written = try await session.autogen.revision(
            message: message, allowingUnproved: allow.contains(.unproved))
        session.progress.ended()
        guard let written else {
            return session.terminal.print("nothing to do: the database is as declared; no revision was written")
        }
        session.terminal.print("wrote \(written.script.file)")
        for line in ChangeText.lines(of: written.plan, session.terminal, indent: "  ") { session.terminal.print(line) }
        for direction in Direction.allCases {
            guard let fault = written.proof.outcome(direction).fault else { continue }
            session.terminal.say("not proved: \(direction.rawValue): \(fault)")
        }
        if written.proof.isComplete {
            session.say("proved: upgrade and downgrade ran in a scratch database and left no difference")
        }
    }
}

/// What a person can let pass.
enum Allowance: String, CaseIterable, ExpressibleByArgument {
    case unproved
}
