public import AutogenSchema

/// One step in the history of a schema: the SQL that takes a database to it, and the SQL that takes it back.
public struct Revision: Sendable, Hashable {
    /// What other revisions and the version table call it.
    public let id: RevisionID
    /// What it comes after: none for the first revision, several for a merge.
    public var downRevisions: [RevisionID]
    /// What it does, for people; the `-- message:` of the header, on one line.
    public var message: String
    /// When it was written.
    public var created: Timestamp
    /// The engine that its SQL is for.
    public var dialect: Dialect
    /// Whether it runs in a transaction.
    public var transaction: TransactionSetting
    /// Whether it runs under settings of its own on PostgreSQL, and not under those of the database.
    public var settings = SettingsScope.database
    /// Names of the branch that starts here.
    public var labels: [String]
    /// Revisions of other branches that must be applied before, or labels of theirs.
    public var dependsOn: [RevisionID]
    /// What must have happened beside the database before it is applied; `nil` where nothing has to.
    public var requires: RevisionRequirement?
    /// Revisions that this one was squashed from: a database that has them all has this one.
    public var replaces: [RevisionID]
    /// What is gone after the upgrade with somebody's consent.
    public var accepts: [Acceptance] = []
    /// Which values the rows at hand get where a column must have one.
    public var fills: [FillRecord] = []
    /// What gets another name and keeps what it holds.
    public var renames: [Rename] = []
    /// What was changed by hand in some database and is taken over, such as `index public.users_email_idx`: a database that
    /// has all of it already only records the revision.
    public var adopts: [String] = []
    /// What has shown the facts over its statements; `nil` where nothing was measured.
    public internal(set) var measured: Measurement?
    /// The SQL that applies it: a script of statements, without the header.
    public var upgrade: String
    /// The SQL that takes it back; empty where nothing does.
    public var downgrade: String

    package init(
        id: RevisionID, downRevisions: [RevisionID], message: String, created: Timestamp, dialect: Dialect,
        transaction: TransactionSetting = .yes, labels: [String] = [], dependsOn: [RevisionID] = [],
        replaces: [RevisionID] = [], upgrade: String = "", downgrade: String = ""
    ) {
        self.id = id
        self.downRevisions = downRevisions
        self.message = message
        self.created = created
        self.dialect = dialect
        self.transaction = transaction
        self.labels = labels
        self.dependsOn = dependsOn
        self.replaces = replaces
        self.upgrade = upgrade
        self.downgrade = downgrade
    }

    /// Everything that must be applied before this revision.
    package var needs: [RevisionID] { downRevisions + dependsOn }

    /// Whether another column has the name of one that goes, and its values.
    package func hasSuccessor(to object: Address) -> Bool {
        requires != nil
            && renames.contains { $0.old != object && $0.old.path.dropLast() + $0.new.suffix(1) == object.path[...] }
    }

    /// The SQL of one direction.
    public func sql(_ direction: Direction) -> String {
        switch direction {
        case .upgrade: upgrade
        case .downgrade: downgrade
        }
    }

    /// `20261120T101500Z_3f2a9c81d0be_add_users.sql`
    package var fileName: String { FileNaming().fileName(of: self) }
}

/// Whether a revision runs in one transaction, together with its row in the version table.
public enum TransactionSetting: String, Sendable, Hashable, CaseIterable {
    /// One for all of its statements.
    case yes
    /// Each statement is its own: for what can't run in a transaction, such as `CREATE INDEX CONCURRENTLY`.
    case no
}

/// What a revision waits for that no database can tell; the raw value stands behind `-- requires:`.
public enum RevisionRequirement: String, Sendable, Hashable, CaseIterable {
    /// The clients that use what goes with it are gone: the application's new version runs everywhere.
    case deployed
}

/// Whose settings decide what the text of a revision means.
public enum SettingsScope: String, Sendable, Hashable, CaseIterable {
    /// Those of the database and the role that connects.
    case database
    /// Those that autogen writes by: see ``PinnedSettings``.
    case pinned
}

/// The two sections of a script.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// It applies a revision.
    case upgrade
    /// It takes a revision back.
    case downgrade
}
