import Autogen
import AutogenRevisions

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The project that something is taken over into: the one whose configuration is here, or a new one.
struct ProjectStart {
    let session: Session
    let autogen: SchemaMigrator
    private let new: NewProject?

    /// - Parameter new: what the project is to be where there is no configuration.
    init(_ global: GlobalOptions, _ new: NewProject) async throws {
        guard !Self.hasConfiguration(global) else {
            session = try await Session(global)
            autogen = session.autogen
            self.new = nil
            return
        }
        // A new project's URL may have variables in it, which are not for the session to read.
        var options = global
        options.url = nil
        session = try await Session(options, needsProject: false)
        var autogen = session.autogen
        let configuration = try ConfigurationReader.configuration(
            parsing: new.configuration(), file: NewProject.configurationFile)
        let variables = Variables(
            environment: ProcessInfo.processInfo.environment, values: try global.givenValues())
        autogen.project = try configuration.project(environment: nil, url: nil, variables: variables)
        self.autogen = autogen
        self.new = new
    }

    var isNew: Bool { new != nil }

    /// Writes the configuration of a new project, which leaves a table alone that is not its own.
    func write(leavingAlone table: String? = nil, _ reason: String = "") throws {
        var new = new
        if let table { new?.foreignTables = [(table, reason)] }
        for file in try new?.write() ?? [] where !file.hasSuffix("/") { session.terminal.print("made \(file)") }
    }

    static func hasConfiguration(_ global: GlobalOptions) -> Bool {
        global.config != nil || FileManager.default.fileExists(atPath: NewProject.configurationFile)
    }
}

extension Session {
    /// Says which files were written: all of them with `-v`, and otherwise how many in each folder.
    func show(files: [String]) {
        guard !options.verbose else {
            for file in files { terminal.print("wrote \(file)") }
            return
        }
        let folders = Dictionary(grouping: files) { $0[..<($0.lastIndex(of: "/") ?? $0.startIndex)] }
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            terminal.print("wrote \(folder)/: \(files.count) file\(files.count == 1 ? "" : "s")")
        }
    }
}
