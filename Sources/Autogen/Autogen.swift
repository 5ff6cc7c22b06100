public import AutogenConnection
public import AutogenRevisions

/// Everything the command line does, as calls: one for each command.
///
/// ```swift
/// let autogen = Autogen(provider: myProvider, project: Project(url: try DatabaseURL("sqlite:app.db")))
/// try await autogen.upgrade(to: RevisionReference("head"))
/// ```
///
/// A value without hidden state: two of them can work on two databases at the same time.
public struct Autogen: Sendable {
    public let provider: any ConnectionProvider
    public var project: Project
    /// How long to wait for another process that migrates the same database.
    public var lockLimit: Duration = .seconds(30)
    /// The secrets whose masks are in scripts.
    public var secrets = SecretValues()
    /// Whether scripts and reports show the secrets in the options of foreign servers, user mappings and subscriptions.
    public var showsSecrets = false
    /// Called with what is going on, from whichever task does it.
    public var onEvent: @Sendable (AutogenEvent) -> Void

    public init(
        provider: any ConnectionProvider, project: Project,
        onEvent: @escaping @Sendable (AutogenEvent) -> Void = { _ in }
    ) {
        self.provider = WatchfulProvider(provider: provider) { onEvent(.note($0)) }
        self.project = project
        self.onEvent = onEvent
    }

    func step(_ text: String) { onEvent(.step(text)) }
    func note(_ text: String) { onEvent(.note(text)) }
}

/// What a call reports while it runs.
public enum AutogenEvent: Sendable {
    /// What is being done now, for someone who waits: `reading the database`.
    case step(String)
    /// Something the user should know, though nothing failed: a whole sentence, or a diagnostic with its place.
    case note(String)
    case migration(MigrationEvent)
}
