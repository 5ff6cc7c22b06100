/// How revisions are applied.
public struct MigrationSettings: Sendable, Hashable {
    /// Where applied revisions are recorded.
    public var table: VersionTable
    /// How long to wait for another process that migrates the same database.
    public var wait: Duration
    /// PostgreSQL: how long a statement waits for a lock (`lock_timeout`), and others behind it, before it is tried again;
    /// `nil` is ``usualLockTimeout``, and zero has no limit.
    public var lockTimeout: Duration?
    /// PostgreSQL: how long a statement may take (`statement_timeout`); `nil` is the server's own.
    public var statementTimeout: Duration?
    /// How often to try again when it could not get a lock; `nil` is as often as ``patience`` allows, and on SQLite three times.
    public var retries: Int?
    /// PostgreSQL: for how long to try again when it could not get a lock.
    public var patience = Duration.seconds(600)
    /// What shares a transaction.
    public var transactions: TransactionScope
    /// Whether what revisions require has happened: those that wait for the clients of the old schema to be gone run, too,
    /// if the database has had what they come after.
    public var isDeployed = false
    /// Whether the rows at hand are looked at before anything runs.
    public var preflight = PreflightMode.on

    /// For how long a statement of PostgreSQL waits for a lock where nothing is said: a moment that clients can bear.
    public static let usualLockTimeout = Duration.milliseconds(100)

    /// Waits 30 seconds for another process, tries again for ten minutes, and gives each revision its own transaction.
    public init(
        table: VersionTable = VersionTable(), wait: Duration = .seconds(30), lockTimeout: Duration? = nil,
        statementTimeout: Duration? = nil, retries: Int? = nil, transactions: TransactionScope = .revision
    ) {
        self.table = table
        self.wait = wait
        self.lockTimeout = lockTimeout
        self.statementTimeout = statementTimeout
        self.retries = retries
        self.transactions = transactions
    }

    /// For how long a statement waits for a lock.
    package var lockLimit: Duration { lockTimeout ?? Self.usualLockTimeout }

    /// The time limits of a session of PostgreSQL, in milliseconds.
    var limits: [(name: String, milliseconds: Int64)] {
        Self.limits(lockLimit, statementTimeout)
    }

    /// Those that somebody has set: what runs without autogen tries nothing again.
    var ownLimits: [(name: String, milliseconds: Int64)] { Self.limits(lockTimeout, statementTimeout) }

    private static func limits(_ lock: Duration?, _ statement: Duration?) -> [(name: String, milliseconds: Int64)] {
        [("lock_timeout", lock), ("statement_timeout", statement)].compactMap { name, limit in
            limit.map { (name, $0 == .zero ? 0 : $0.wholeMilliseconds) }
        }
    }
}

/// What becomes of a look at the rows that scripts may fail on.
public enum PreflightMode: String, Sendable, Hashable, CaseIterable {
    /// Rows that a script would fail on stop it before its first statement; what nobody knows is told.
    case on
    /// What nobody knows stops it, too.
    case strict
    /// Nothing is looked at.
    case off
}

/// What shares a transaction.
public enum TransactionScope: String, Sendable, Hashable, CaseIterable {
    /// Each revision has its own.
    case revision
    /// All revisions of one call: all are applied or none.
    case run
    /// Each statement has its own.
    case none

    func setting(for script: RevisionScript) -> TransactionSetting {
        switch self {
        case .revision, .run: script.revision.transaction
        case .none: .no
        }
    }
}
