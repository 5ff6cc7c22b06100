public import AutogenConnection
import AutogenPlan
public import AutogenRevisions
import AutogenSchema

/// Everything the command line does, as calls: one for each command.
///
/// ```swift
/// let autogen = SchemaMigrator(provider: Drivers(), project: Project(url: try DatabaseURL("sqlite:app.db")))
/// try await autogen.upgrade()
/// ```
///
/// An application that has a connection open, of any type that conforms to `Connection`, hands it over:
///
/// ```swift
/// let autogen = SchemaMigrator(connection: connection, project: Project(root: "database"))
/// try await connection.transaction(.write) { try await autogen.upgrade() }
/// ```
///
/// A value without hidden state: two of them can work on two databases at the same time, and cancelling the task that
/// waits for a call stops the statement in the database.
public struct SchemaMigrator: Sendable {
    /// Opens connections: to the project's database unless one was handed over, and to scratch databases.
    public var provider: any ConnectionProvider
    /// What is declared, the revisions, and which database they are for.
    public var project: Project
    /// What the project says for itself.
    public var hooks = AutogenHooks()
    /// How the project's database is reached.
    public var environment: any MigrationEnvironment = DefaultEnvironment()
    /// The secrets whose masks are in scripts.
    public var secrets = SecretValues()
    /// Whether scripts and reports show the secrets in the options of foreign servers, user mappings and subscriptions.
    public var showsSecrets = false
    /// Called with what is going on, from whichever task does it.
    public var onEvent: @Sendable (AutogenEvent) -> Void
    /// An open connection that stands for the project's database.
    private(set) var lent: (any Connection)?
    private let watch = VersionWatch()

    /// Works on the database of the project's URL, which each call opens and closes.
    public init(
        provider: any ConnectionProvider, project: Project,
        onEvent: @escaping @Sendable (AutogenEvent) -> Void = { _ in }
    ) {
        self.provider = provider
        self.project = project
        self.onEvent = onEvent
    }

    /// Works on a connection that is open already; it stays open, and a transaction that it is in stays the caller's.
    ///
    /// - Parameter provider: opens scratch databases, for what compares SQL files or tries a revision; applying revisions
    ///   needs none.
    public init(
        connection: any Connection, provider: any ConnectionProvider = NoProvider(), project: Project,
        onEvent: @escaping @Sendable (AutogenEvent) -> Void = { _ in }
    ) {
        self.init(provider: provider, project: project, onEvent: onEvent)
        lent = connection
    }

    /// The same project on a connection that is open already.
    public func on(_ connection: any Connection) -> SchemaMigrator {
        var copy = self
        copy.lent = connection
        return copy
    }

    /// The same for another database, with its name before what is said of it.
    func at(_ member: FleetMember) async throws -> SchemaMigrator {
        var copy = self
        copy.project = member.project
        copy.lent = nil
        copy.hooks = AutogenHooks()
        copy.onEvent = { [onEvent] event in
            if case .note(let text) = event { onEvent(.note("\(member.name): \(text)")) } else { onEvent(event) }
        }
        try await copy.environment.configure(&copy)
        return copy
    }

    /// What the project's database is.
    var dialect: Dialect? { lent?.dialect ?? project.url?.dialect }

    /// Opens connections and says what is to be known of them.
    var watched: VersionCheckingProvider { VersionCheckingProvider(provider: provider, watch: watch, note: note) }

    /// What of a database counts.
    func view(_ catalog: Catalog) -> Catalog { project.view(catalog).filtered(hooks.includes) }

    /// A new database as the project sees it: what it leaves alone is not there either.
    func emptyCatalog(_ dialect: Dialect, _ version: ServerVersion) -> Catalog {
        view(dialect.rules.emptyCatalog(version: version))
    }

    /// Runs what reads the history and writes into it; a second command waits, and then sees what this one wrote.
    package func writing<Result>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        try await project.revisions.exclusively(
            limit: project.lockLimit,
            onWait: { step("waiting for another command that writes into \(project.revisions.scripts)") },
            onTrouble: { note("note: \($0)") }, body)
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
    /// Values go with somebody's consent: to be seen also by who wants to hear of results and errors only.
    case warning(String)
    /// A revision, or a statement of one, begins or ends.
    case migration(MigrationEvent)
}
