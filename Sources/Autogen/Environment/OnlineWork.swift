public import AutogenConnection
import Synchronization

/// What a command has to do on the project's database, waiting for a connection.
public struct OnlineWork: Sendable {
    /// The database of the project.
    public let url: DatabaseURL
    /// What the work does to it: a connection that is read-only will do where this says so.
    public let access: Access
    /// Opens connections, with the settings of the command line.
    public let provider: any ConnectionProvider
    /// The project with its settings: those of the configuration, and what was given as `-x KEY=VALUE`.
    public let project: Project
    private let body: @Sendable (any Connection) async throws -> Void

    init(
        url: DatabaseURL, access: Access, provider: any ConnectionProvider, project: Project,
        body: @escaping @Sendable (any Connection) async throws -> Void
    ) {
        self.url = url
        self.access = access
        self.provider = provider
        self.project = project
        self.body = body
    }

    /// Does the work.
    ///
    /// Each revision is applied in a transaction of its own, or all in one, as `revisions: transaction:` says. On a
    /// connection with an open transaction everything becomes part of that one:
    ///
    /// ```swift
    /// try await connection.transaction(.write) { try await work.run(on: connection) }
    /// ```
    public func run(on connection: any Connection) async throws { try await body(connection) }
}

/// Takes a result out of a closure that returns none.
final class ResultBox<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func put(_ new: Value) { value.withLock { $0 = new } }
    func take() -> Value? { value.withLock { $0 } }
}
