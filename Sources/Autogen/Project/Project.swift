public import AutogenConnection
public import AutogenLint
public import AutogenMetadata
public import AutogenRevisions
public import AutogenSchema

/// What a project consists of: its declared schema, its revisions, and the database they are for.
public struct Project: Sendable, Hashable {
    /// The folder that relative paths start from.
    public var root: String
    /// The declared schema: files, folders and patterns.
    public var sources: [String]
    /// The folders of scripts and snapshots, and how files are named.
    public var revisions: RevisionFolder
    /// The database of the chosen environment. Another one forgets ``migrationURL``, which is about this.
    public var url: DatabaseURL? { didSet { migrationURL = nil } }
    /// The same database for migrations and scratch databases, where ``url`` leads through a pooler or is a role that may
    /// only read; `nil` for ``url``.
    public var migrationURL: DatabaseURL?
    /// Where scratch databases are made.
    public var scratch: ScratchSetting
    /// The table in which the database keeps which revisions are applied.
    public var versionTable: VersionTable
    /// How revisions are applied; the version table and the wait limit are those given elsewhere.
    public var migration = MigrationSettings()
    /// Which objects the project looks after.
    public var objects = ObjectRules()
    /// Which numbers in the header of a SQLite file are part of the schema; none, since most are the application's.
    public var databaseOptions: Set<DatabaseOption.Name> = []
    /// What the database has to do with new revisions.
    public var revisionStart = RevisionStart.database
    /// What the declared schema calls roles of the database that have another name there.
    public var roles: [String: String] = [:]
    /// What a migration of this database asks about, though it was accepted when the revision was written.
    public var protected: Set<Protection> = []
    /// How constraints and indexes are to be named.
    public var naming = NamingConvention()
    /// How revisions are planned for tables that others use meanwhile.
    public var online = OnlineSettings()
    /// What is looked for in scripts.
    public var lint = LintSettings()
    /// What the configuration has under `settings:` of the environment, for code of the project's own; a value in a map in
    /// a map has the key `outer.inner`.
    public var settings: [String: String] = [:]
    /// SQLite extensions that connections to the project's databases load, with the paths of their libraries.
    public var extensions: [String] = []
    /// Collations and functions of the application's that are given something in their place where nothing is kept.
    public var standIns = StandIns()
    /// How long to wait for another process that migrates the same database, or writes into the same revisions.
    public var lockLimit: Duration = .seconds(30)
    /// What was given as `-x KEY=VALUE`.
    public var values: [String: String] = [:]

    /// A project without an `autogen.yaml`; ``init(configuration:environment:url:mayLackDatabase:values:)`` reads one.
    public init(
        root: String = ".", sources: [String] = ["schema"], revisions: RevisionFolder? = nil, url: DatabaseURL? = nil,
        scratch: ScratchSetting = .auto, versionTable: VersionTable = VersionTable()
    ) {
        self.root = root
        self.sources = sources
        self.revisions = revisions ?? RevisionFolder(root: root)
        self.url = url
        self.scratch = scratch
        self.versionTable = versionTable
    }

    /// By which the database is opened.
    func url(for access: Access) -> DatabaseURL? {
        switch access {
        case .readOnly: url
        case .readWrite, .create, .scratch: migrationURL ?? url
        }
    }

    /// What of a database counts: neither the version table nor what is left alone.
    func view(_ catalog: Catalog) -> Catalog {
        objects.applied(to: versionTable.removed(from: catalog.withoutOptions(beyond: databaseOptions)))
    }
}

/// What an environment keeps from happening without a word at the time when it happens.
public enum Protection: String, Sendable, Hashable, CaseIterable {
    /// Values go.
    case dataLoss = "data-loss"
    /// A table with rows is written anew, or copied.
    case rewrite
    /// All rows of a table are gone through while clients wait for it.
    case lock
}

extension Catalog {
    /// The options of the database that are set and are not among the given ones.
    func options(beyond wanted: Set<DatabaseOption.Name>) -> [ObjectID] {
        DatabaseOption.Name.allCases.filter { !wanted.contains($0) }.map { ObjectID(.databaseOption, $0.rawValue) }
            .filter { self[$0] != nil }
    }

    func withoutOptions(beyond wanted: Set<DatabaseOption.Name>) -> Catalog {
        let left = Set(options(beyond: wanted))
        return left.isEmpty ? self : filtered { !left.contains($0.id) }
    }
}
