public import AutogenConnection
public import AutogenRevisions
import AutogenSchema

/// How the commands of a project reach its database and what they heed: the part of autogen that a project writes itself.
///
/// ```swift
/// @main struct Migrations: MigrationEnvironment {
///     static func main() async { await AutogenCommandLine.main(environment: Migrations()) }
///
///     func configure(_ autogen: inout SchemaMigrator) {
///         autogen.hooks.includes = { object in object.id.path.first != "legacy" }
///     }
///
///     func online(_ work: OnlineWork) async throws {
///         try await work.provider.withConnection(to: work.url, for: work.access) { connection in
///             try await connection.execute("SET ROLE migrator")
///             try await work.run(on: connection)
///         }
///     }
/// }
/// ```
///
/// Everything has a default: settings as `autogen.yaml` gives them, a connection of the provider's, the script as it is.
public protocol MigrationEnvironment: Sendable {
    /// Changes the settings; called once for each command and environment, before anything else.
    func configure(_ autogen: inout SchemaMigrator) async throws

    /// Does what a command has to do on the project's database, by handing it a connection.
    ///
    /// Called whenever the database is needed, for reading (`current`, `check --live`, `revision`) as for writing.
    func online(_ work: OnlineWork) async throws

    /// Makes the script that `--sql` prints, without any database.
    func offline(_ work: OfflineWork) async throws -> String
}

extension MigrationEnvironment {
    /// Leaves the settings as they are.
    public func configure(_ autogen: inout SchemaMigrator) async throws {}

    /// Opens a connection of the provider's for the work, and closes it afterwards.
    public func online(_ work: OnlineWork) async throws {
        try await work.provider.withConnection(to: work.url, for: work.access) { try await work.run(on: $0) }
    }

    /// The script with the project's version table.
    public func offline(_ work: OfflineWork) async throws -> String { try work.script() }
}

/// The environment of a project that wrote none.
public struct DefaultEnvironment: MigrationEnvironment {
    /// It has the defaults of ``MigrationEnvironment``.
    public init() {}
}

/// Opens nothing: for an application that hands over its own connection and only applies revisions.
public struct NoProvider: ConnectionProvider {
    /// Takes nothing, since it opens nothing.
    public init() {}

    /// Always throws ``DatabaseError`` with the reason `connection`.
    public func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        throw DatabaseError(
            .connection,
            message: "no connection to \(url) can be opened: Autogen was given one connection and no provider")
    }
}

/// A migration to be printed as a script, version table included.
public struct OfflineWork: Sendable {
    /// Whether the script applies revisions or takes them back.
    public let direction: Direction
    /// In the order in which they run.
    public let scripts: [RevisionScript]
    /// The project with its settings.
    public let project: Project
    let dialect: Dialect
    let settings: MigrationSettings
    let secrets: SecretValues
    /// What stands in front, for a person to ask the database before.
    let foreword: [String]

    /// The text for `psql` or `sqlite3`.
    ///
    /// - Parameter table: the version table it writes; the project's where it is `nil`.
    public func script(table: VersionTable? = nil) throws -> String {
        var settings = settings
        if let table { settings.table = table }
        var script = try OfflineScript(direction, scripts, dialect: dialect, settings: settings, secrets: secrets)
        script.foreword = foreword
        return try script.text()
    }
}
