import ArgumentParser
import Autogen
import AutogenConnection
import AutogenMetadata
import AutogenRevisions
import AutogenSQLiteConnection

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a command works with: the engine with the project's settings, and the terminal.
struct Session {
    let autogen: Autogen
    let terminal: Terminal
    let progress: Progress
    let options: GlobalOptions

    /// - Parameters:
    ///   - needsProject: whether there must be a configuration.
    ///   - wait: seconds to wait for another process that holds the database.
    init(
        _ options: GlobalOptions, needsProject: Bool = true, scratch: ScratchSetting? = nil, wait: Int? = nil
    ) throws {
        let environment = ProcessInfo.processInfo.environment
        let terminal = Terminal(options.color, environment: environment)
        let progress = Progress(terminal: terminal, isShown: options.verbose || terminal.isWatched && !options.quiet)
        var (project, extensions) = try Self.project(options, needsProject, environment)
        if let scratch { project.scratch = scratch }
        self.options = options
        self.terminal = terminal
        self.progress = progress
        var provider = DriverProvider(busyTimeout: .seconds(min(wait ?? 5, 5)), extensions: extensions)
        if progress.isShown {
            provider.onProgress = { progress.advanced(Self.text(of: $0)) }
        }
        var autogen = Autogen(provider: provider, project: project) { event in
            switch event {
            case .step(let text): progress.began(text)
            case .note(let text): if !options.quiet { terminal.say(text) }
            case .migration(let event):
                if !options.quiet { Self.show(event, terminal, progress, isVerbose: options.verbose) }
            }
        }
        if let wait { autogen.lockLimit = .seconds(wait) }
        autogen.secrets = SecretValues(environment: environment)
        autogen.showsSecrets = options.showSecrets
        self.autogen = autogen
    }

    /// A line about what was done, for a person; not a result.
    func say(_ text: String) { if !options.quiet { terminal.say(text) } }

    private static func project(
        _ options: GlobalOptions, _ needsProject: Bool, _ environment: [String: String]
    ) throws -> (Project, extensions: [String]) {
        let url = try options.url.map { text throws(DatabaseURLError) in try DatabaseURL(text) }
        let file = options.config ?? NewProject.configurationFile
        let isThere = FileManager.default.fileExists(atPath: file)
        guard isThere else {
            if options.config != nil { throw ConfigurationError(file: file, message: "there is no such file") }
            guard !needsProject, options.env == nil else {
                throw ConfigurationError(
                    file: file,
                    message: "there is no such file here; autogen init makes it, --config FILE names another")
            }
            return (Project(url: url), [])
        }
        let configuration = try ConfigurationReader.read(file)
        let project = try configuration.project(
            environment: options.env, url: url, variables: Variables(environment: environment))
        return (project, configuration.extensions)
    }

    /// `INSERT OR ROLLBACK INTO users (id, name): 1250000 rows, 3.1 s`
    private static func text(of progress: StatementProgress) -> String {
        let rows = progress.rows > 0 ? "\(progress.rows) rows, " : ""
        return "\(progress.statement): \(rows)\(progress.elapsed.formatted)"
    }

    private static func show(_ event: MigrationEvent, _ terminal: Terminal, _ progress: Progress, isVerbose: Bool) {
        switch event {
        case .waitingForLock: progress.began("waiting for another process that holds the database")
        case .began(let direction, let script): progress.began("\(direction.rawValue) \(script.id)")
        case .finished(let direction, let script, let time):
            progress.ended()
            if isVerbose { terminal.say("\(direction.rawValue) \(script.file): \(time.formatted)") }
        }
    }
}

extension Duration {
    /// `12 ms`, `3.4 s`
    fileprivate var formatted: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
