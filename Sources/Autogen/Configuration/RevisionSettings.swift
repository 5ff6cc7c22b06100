import AutogenRevisions
import AutogenSchema

/// What `revisions` of the configuration says.
package struct RevisionSettings {
    static let keys = [
        "directory", "snapshots", "recursive", "file-template", "time-zone", "slug-length", "version-table",
        "version-table-schema", "transaction", "wait", "lock-timeout", "statement-timeout", "retries", "patience",
        "preflight",
        "hooks",
    ]

    var directories = ["revisions"]
    var snapshots = "snapshots"
    var isRecursive = false
    var template: ConfigurationNode?
    var timeZone: ConfigurationNode?
    var slugLength: ConfigurationNode?
    var versionTable = VersionTable()
    var migration = MigrationSettings()
    /// Seconds to wait for another process that migrates the same database.
    package var wait: Int?
    /// Lines of shell to run with each new script.
    package var hooks: [String] = []

    init() {}

    init(_ members: [String: ConfigurationNode]) throws(ConfigurationError) {
        if let node = members["directory"] { directories = try node.strings("\"directory\"") }
        if let node = members["snapshots"] { snapshots = try node.string("\"snapshots\"") }
        if let node = members["recursive"] { isRecursive = try node.flag("\"recursive\"") }
        template = members["file-template"]
        timeZone = members["time-zone"]
        slugLength = members["slug-length"]
        if let node = members["version-table"] { versionTable = try Self.versionTable(node) }
        if let node = members["version-table-schema"] {
            versionTable.schema = try node.string("\"version-table-schema\"")
        }
        if let node = members["transaction"] {
            migration.transactions = try node.word("\"transaction\"", of: TransactionScope.self)
        }
        if let node = members["wait"] { wait = Int(try node.duration("\"wait\"").components.seconds) }
        if let node = members["lock-timeout"] { migration.lockTimeout = try node.duration("\"lock-timeout\"") }
        if let node = members["statement-timeout"] {
            migration.statementTimeout = try node.duration("\"statement-timeout\"")
        }
        if let node = members["preflight"] {
            migration.preflight = try node.word("\"preflight\"", of: PreflightMode.self)
        }
        if let node = members["retries"] { migration.retries = try node.number("\"retries\"", in: 0...100) }
        if let node = members["patience"] { migration.patience = try node.duration("\"patience\"") }
        for hook in try members["hooks"]?.items("\"hooks\"") ?? [] {
            guard let line = try hook.members(["exec"], of: "a hook")["exec"] else {
                throw hook.error("a hook must have \"exec\"")
            }
            hooks.append(try line.string("\"exec\""))
        }
    }

    func folder(
        root: String, _ environment: EnvironmentSettings?, _ variables: Variables
    ) throws -> RevisionFolder {
        let directories = environment?.directories ?? directories
        var folder = RevisionFolder(
            root: root, scripts: directories[0], snapshots: environment?.snapshots ?? snapshots)
        folder.others = Array(directories.dropFirst())
        folder.isRecursive = isRecursive
        guard let place = template ?? timeZone ?? slugLength else { return folder }
        let length = try slugLength?.number("\"slug-length\"", in: 1...200) ?? 40
        do {
            folder.naming = try FileNaming(
                template: template?.string("\"file-template\"") ?? FileNaming.standardTemplate,
                timeZone: timeZone?.string("\"time-zone\""), slugLength: length, values: variables.values)
        } catch let error as FileNamingError {
            if case .unknownTimeZone = error, let timeZone { throw timeZone.error(error.description) }
            if case .missingValue(let key) = error { throw place.error(error.description, missingValue: key) }
            throw place.error(error.description)
        }
        return folder
    }

    /// `TABLE` or `SCHEMA.TABLE`.
    private static func versionTable(_ node: ConfigurationNode) throws(ConfigurationError) -> VersionTable {
        let parts = try node.string("\"version-table\"").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let table = parts.last else {
            throw node.error("\"version-table\" must be TABLE or SCHEMA.TABLE")
        }
        let schema = parts.count == 2 ? String(parts[0]) : VersionTable.defaultSchema
        return VersionTable(name: String(table), schema: schema)
    }
}
