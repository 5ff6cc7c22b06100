import Autogen
import AutogenConnection
import AutogenRevisions

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `init --from-database`: a project around a database that is there.
struct Takeover {
    let global: GlobalOptions
    /// The URL as the configuration is to have it.
    let url: String
    let allowsUnproved: Bool

    func run() async throws {
        let isNew = !Self.hasConfiguration(global)
        let session = try session(isNew: isNew)
        var autogen = session.autogen
        if isNew { autogen.project = try newProject() }
        let adopted = try await autogen.adopt(allowsUnproved: allowsUnproved) {
            guard isNew else { return }
            let made = try NewProject(folder: ".", url: url).write()
            for file in made where !file.hasSuffix("/") { session.terminal.print("made \(file)") }
        }
        session.progress.ended()
        guard let adopted else {
            return session.say("the database is empty; next: write the schema as SQL into schema/")
        }
        show(adopted.files, session)
        session.terminal.print("wrote \(adopted.script.file)")
        try await session.runHooks(for: adopted.script)
        if adopted.proof.isComplete {
            session.say("proved: upgrade and downgrade ran in a scratch database and left no difference")
        }
        session.terminal.print("stamped \(adopted.script.id)  \(adopted.script.revision.message)")
    }

    /// All of them with `-v`, and otherwise how many there are of each kind.
    private func show(_ files: [String], _ session: Session) {
        guard !global.verbose else {
            for file in files { session.terminal.print("wrote \(file)") }
            return
        }
        let folders = Dictionary(grouping: files) { $0[..<($0.lastIndex(of: "/") ?? $0.startIndex)] }
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            session.terminal.print("wrote \(folder)/: \(files.count) file\(files.count == 1 ? "" : "s")")
        }
    }

    static func hasConfiguration(_ global: GlobalOptions) -> Bool {
        global.config != nil || FileManager.default.fileExists(atPath: NewProject.configurationFile)
    }

    /// A new project's URL may have variables in it, which are not for the session to read.
    private func session(isNew: Bool) throws -> Session {
        guard isNew else { return try Session(global) }
        var options = global
        options.url = nil
        return try Session(options, needsProject: false)
    }

    /// With the settings that the configuration will have.
    private func newProject() throws -> Project {
        let text = NewProject(folder: ".", url: url).configuration
        let configuration = try ConfigurationReader.configuration(
            parsing: text, file: NewProject.configurationFile)
        let variables = Variables(
            environment: ProcessInfo.processInfo.environment, values: try global.givenValues())
        return try configuration.project(environment: nil, url: nil, variables: variables)
    }
}
