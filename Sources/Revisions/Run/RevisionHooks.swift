public import AutogenConnection

/// What an application does around each revision.
///
/// ```swift
/// var hooks = RevisionHooks()
/// hooks.didRun = { run, connection in
///     try await connection.execute("INSERT INTO audit (what) VALUES (\(literal: run.script.file))")
/// }
/// ```
///
/// Both are called in the transaction of the revision, where it has one, so that what they do is kept or undone with
/// it; a revision whose hook throws is not applied.
public struct RevisionHooks: Sendable {
    /// One way through one revision.
    public struct Run: Sendable {
        /// Whether it is applied or taken back.
        public let direction: Direction
        /// The revision with its file.
        public let script: RevisionScript
    }

    /// Gets the revision and the connection that it runs on; what it throws ends the migration.
    public typealias Hook = @Sendable (Run, any Connection) async throws -> Void

    /// Called before the first statement.
    public var willRun: Hook { didSet { isIdle = false } }
    /// Called after the last statement, before the version table is written.
    public var didRun: Hook { didSet { isIdle = false } }
    /// Whether nothing is done but what scripts say.
    private(set) var isIdle: Bool

    /// Takes either hook, both or none.
    public init(willRun: Hook? = nil, didRun: Hook? = nil) {
        self.willRun = willRun ?? { _, _ in }
        self.didRun = didRun ?? { _, _ in }
        isIdle = willRun == nil && didRun == nil
    }
}
