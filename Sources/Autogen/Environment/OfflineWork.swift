public import AutogenRevisions
import AutogenSchema

/// A migration to be printed as a script, version table included.
public struct OfflineWork: Sendable {
    public let direction: Direction
    /// In the order in which they run.
    public let scripts: [RevisionScript]
    public let project: Project
    let dialect: Dialect
    let settings: MigrationSettings
    let secrets: SecretValues

    /// The text for `psql` or `sqlite3`.
    ///
    /// - Parameter table: the version table it writes; the project's where it is `nil`.
    public func script(table: VersionTable? = nil) throws -> String {
        var settings = settings
        if let table { settings.table = table }
        return try OfflineScript(direction, scripts, dialect: dialect, settings: settings, secrets: secrets).text()
    }
}
