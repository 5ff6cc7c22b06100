import ArgumentParser
import Autogen
import AutogenConnection
import AutogenDrivers
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
    var autogen: SchemaMigrator
    let terminal: Terminal
    let progress: Progress
    let options: GlobalOptions
    let hooks: [String]

    /// One for each environment that is asked for.
    static func each(_ options: GlobalOptions, wait: Int? = nil) async throws -> [(name: String, session: Session)] {
        var names = options.env
        if names.contains("all") {
            names = try ConfigurationReader.read(options.config ?? NewProject.configurationFile)
                .environments.map(\.name)
        }
        guard names.count > 1 else { return [("", try await Session(options, wait: wait))] }
        var sessions: [(name: String, session: Session)] = []
        for name in names {
            var single = options
            single.env = [name]
            sessions.append((name, try await Session(single, wait: wait)))
        }
        return sessions
    }

    /// - Parameters:
    ///   - needsProject: whether there must be a configuration.
    ///   - mayLackDatabase: whether the URL of the environment may name variables that are not set.
    ///   - wait: seconds to wait for another process that holds the database.
    init(
        _ options: GlobalOptions, needsProject: Bool = true, scratch: ScratchSetting? = nil,
        mayLackDatabase: Bool = false, wait: Int? = nil
    ) async throws {
        let environment = ProcessInfo.processInfo.environment
        let terminal = Terminal(options.color, environment: environment)
        let progress = Progress(terminal: terminal, isShown: options.verbose || terminal.isWatched && !options.quiet)
        let configuration = try Self.configuration(options, needsProject)
        var project = try Self.project(options, configuration, environment, mayLackDatabase)
        hooks = configuration?.revisions.hooks ?? []
        if let wait { project.lockLimit = .seconds(wait) }
        let busyLimit = wait ?? configuration?.revisions.wait
        if let scratch { project.scratch = scratch }
        self.options = options
        self.terminal = terminal
        self.progress = progress
        var drivers = Drivers()
        drivers.busyTimeout = .seconds(min(busyLimit ?? 5, 5))
        drivers.extensions = project.extensions
        drivers.standIns = project.standIns
        if progress.isShown {
            drivers.onProgress = { progress.advanced(Self.text(of: $0)) }
        }
        var autogen = SchemaMigrator(provider: drivers, project: project) { event in
            switch event {
            case .step(let text): progress.began(text)
            case .note(let text): if !options.quiet { terminal.say(text) }
            case .warning(let text):
                progress.ended()
                terminal.say(text)
            case .migration(.stopped(let direction, let script, let done, let count)):
                progress.ended()
                terminal.say(Self.text(ofStop: direction, script, done, count))
            case .migration(let event):
                if !options.quiet { Self.show(event, terminal, progress, isVerbose: options.verbose) }
            }
        }
        autogen.secrets = SecretValues(environment: environment)
        autogen.showsSecrets = options.showSecrets
        autogen.environment = AutogenCommandLine.environment
        try await autogen.environment.configure(&autogen)
        self.autogen = autogen
    }

    /// A line about what was done, for a person; not a result.
    func say(_ text: String) { if !options.quiet { terminal.say(text) } }

    /// Every environment of the configuration, as a fleet.
    func environments() throws -> [FleetMember] {
        let configuration = try ConfigurationReader.read(options.config ?? NewProject.configurationFile)
        let environment = ProcessInfo.processInfo.environment
        let variables = Variables(environment: environment, values: try options.givenValues())
        return try configuration.environments.map(\.name).map { name in
            let project = try configuration.project(environment: name, url: nil, variables: variables)
            return FleetMember(name: name, project: project)
        }
    }

    private static func configuration(_ options: GlobalOptions, _ needsProject: Bool) throws -> Configuration? {
        let file = options.config ?? NewProject.configurationFile
        guard FileManager.default.fileExists(atPath: file) else {
            if options.config != nil { throw ConfigurationError(file: file, message: "there is no such file") }
            guard !needsProject, options.env.isEmpty else {
                throw ConfigurationError(
                    file: file,
                    message: "there is no such file here; autogen init makes it, --config FILE names another")
            }
            return nil
        }
        return try ConfigurationReader.read(file)
    }

    private static func project(
        _ options: GlobalOptions, _ configuration: Configuration?, _ environment: [String: String],
        _ mayLackDatabase: Bool
    ) throws -> Project {
        let variables = Variables(environment: environment, values: try options.givenValues())
        let url = try options.url.map { text throws(DatabaseURLError) in try DatabaseURL(text) }
        guard let configuration else { return Project(url: url) }
        guard options.env.count <= 1 else {
            throw UsageError("this command works on one environment: \(options.env.joined(separator: ", ")) are given")
        }
        return try configuration.project(
            environment: options.env.first, url: url, variables: variables, mayLackDatabase: mayLackDatabase)
    }

    /// `INSERT OR ABORT INTO users (id, name): 1250000 rows, 3.1 s`
    private static func text(of progress: StatementProgress) -> String {
        let rows = progress.rows > 0 ? "\(progress.rows) rows, " : ""
        return "\(progress.statement): \(rows)\(progress.elapsed.formatted)"
    }

    /// `2 of 3 applied, now at ff4c1; "slow 3" was not`
    private static func text(
        ofStop direction: Direction, _ script: RevisionScript, _ done: [RevisionScript], _ count: Int
    ) -> String {
        let verb = direction == .upgrade ? "applied, now at \(done.last.map { "\($0.id)" } ?? "base")" : "taken back"
        return "\(done.count) of \(count) \(verb); \"\(script.revision.message)\" was not:"
    }

    private static func show(_ event: MigrationEvent, _ terminal: Terminal, _ progress: Progress, isVerbose: Bool) {
        switch event {
        case .waitingForLock: progress.began("waiting for another process that holds the database")
        case .began(let direction, let script, let number, let count):
            let place = count > 1 ? ", \(number) of \(count)" : ""
            progress.began("\(direction.rawValue) \(script.id)\(place)")
        case .unforeseen(let finding): terminal.say("\(finding.place): note: \(finding)")
        case .stopped, .done: break
        case .statement: break
        case .finished(let direction, let script, let time):
            progress.ended()
            if isVerbose { terminal.say("\(direction.rawValue) \(script.file): \(time.formatted)") }
        case .recorded(let script):
            terminal.say("\(script.id): the database has all that this takes over; it was recorded and not run")
        case .retrying(let script, let attempt, let pause, let holders):
            progress.ended()
            let names = holders.map { "\n  held by \($0)" }.joined()
            terminal.say("\(script.file): could not get a lock; try \(attempt + 1) in \(pause.formatted)\(names)")
        case .heldBack(let script, let isDeployed):
            progress.ended()
            terminal.say(HeldBack.text(script, isDeployed: isDeployed))
        case .batch(let script, let rows, let rate): progress.began("\(script.id): \(rows) rows, \(rate) per second")
        case .waitingForReplica(let script, let bytes):
            progress.began("\(script.id): waiting for a replica that is \(RelationSize.text(bytes: bytes)) behind")
        case .resumed(let script, let progress):
            terminal.say("\(script.file): going on after statement \(progress.done)")
        case .committed(let script, let done, let count, let locks, let limit):
            terminal.say(
                "\(script.file): committed after \(done) of \(count) statements: \(locks) locks of the \(limit) that the server has"
            )
        case .droppedInvalidIndex(let name):
            terminal.say("dropped the invalid index \(name) that an earlier try had left; building it again")
        }
    }
}

/// What waits for a word that no database can give.
enum HeldBack {
    /// - Parameter isDeployed: whether the word was given, which is about what the database had before.
    static func text(_ script: RevisionScript, isDeployed: Bool) -> String {
        let place = "stopped before \(script.id)  \(script.revision.message): "
        return isDeployed
            ? place + "what it ends comes with this very upgrade; once the new version runs everywhere, run "
                + "autogen upgrade --contract again"
            : place + "it requires that the new version runs everywhere; then: autogen upgrade --contract"
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
