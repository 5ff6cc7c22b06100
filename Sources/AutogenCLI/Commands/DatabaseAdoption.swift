import Autogen
import AutogenRevisions

/// `init --from-database`: a project around a database that is there.
struct DatabaseAdoption {
    let global: GlobalOptions
    /// What the project is to be where there is no configuration.
    let new: NewProject
    let allowsUnproved: Bool

    func run() async throws {
        let start = try await ProjectStart(global, new)
        let session = start.session
        let adopted = try await start.autogen.adopt(allowsUnproved: allowsUnproved) { try start.write() }
        session.progress.ended()
        guard let adopted else {
            return session.say("the database is empty; next: write the schema as SQL into schema/")
        }
        session.show(files: adopted.files)
        session.terminal.print("wrote \(adopted.script.file)")
        try await session.runHooks(for: adopted.script)
        if adopted.proof.isComplete {
            session.say("proved: upgrade and downgrade ran in a scratch database and left no difference")
        }
        guard adopted.isStamped else {
            return session.say(
                "nothing is recorded in the database, where this role may not write; next, with one that may: "
                    + "autogen stamp head")
        }
        session.terminal.print("stamped \(adopted.script.id)  \(adopted.script.revision.message)")
    }
}
