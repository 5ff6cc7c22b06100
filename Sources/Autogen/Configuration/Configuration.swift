package import AutogenConnection
import AutogenLint
import AutogenMetadata
import AutogenRevisions
import AutogenSchema

/// The settings of a project, as `autogen.yaml` gives them.
package struct Configuration {
    /// The folder of the file: where relative paths start.
    let folder: String
    let file: String
    var sources = ["schema"]
    package var revisions = RevisionSettings()
    var revisionStart = RevisionStart.database
    var objects = ObjectRules()
    /// What the declared schema calls roles of a database.
    var roles: [String: String] = [:]
    var naming = NamingConvention()
    var online = OnlineEntry()
    /// What is looked for in scripts.
    var lint = LintSettings()
    /// SQLite extensions to load, with paths that start from the folder of the file made whole.
    var extensions: [String] = []
    var standIns = StandIns()
    var databaseOptions: Set<DatabaseOption.Name> = []
    package var environments: [(name: String, settings: EnvironmentSettings)] = []

    /// The project with the database of one environment.
    ///
    /// Only this environment's variables are read: those of another need not be set.
    ///
    /// - Parameter mayLackDatabase: whether the URL of the environment may name variables that are not set; the project
    ///   has none then.
    package func project(
        environment name: String?, url override: DatabaseURL?, variables: Variables, mayLackDatabase: Bool = false
    ) throws -> Project {
        let settings = try settings(named: name)
        var url = override
        if url == nil, let node = settings?.url {
            let text = mayLackDatabase ? try? variables.expanded(node, "url") : try variables.expanded(node, "url")
            if let text { url = try self.url(text, at: node) }
        }
        var migrationURL: DatabaseURL?
        if override == nil, let node = settings?.migrationURL {
            guard settings?.url != nil else {
                throw node.error("\"migrate-url\" stands without \"url\", by which is read")
            }
            let text =
                mayLackDatabase
                ? try? variables.expanded(node, "migrate-url") : try variables.expanded(node, "migrate-url")
            if let text { migrationURL = try self.url(text, at: node) }
            if let url, let migrationURL, url.dialect != migrationURL.dialect {
                throw node.error(
                    "\"migrate-url\" leads to \(migrationURL.dialect.rawValue), \"url\" to \(url.dialect.rawValue): both are for one database"
                )
            }
        }
        var scratch = ScratchSetting.auto
        if let node = settings?.scratch {
            let text = try variables.expanded(node, "scratch")
            do { scratch = try ScratchSetting(text) } catch { throw node.error("\"scratch\" is \(error)") }
        }
        var project = Project(
            root: folder, sources: settings?.sources ?? sources,
            revisions: try revisions.folder(root: folder, settings, variables), url: url, scratch: scratch,
            versionTable: revisions.versionTable)
        project.migrationURL = migrationURL
        project.migration = revisions.migration
        project.revisionStart = revisionStart
        project.protected = settings?.protected ?? []
        project.objects = objects
        project.roles = roles.merging(settings?.roles ?? [:]) { $1 }
        project.naming = naming
        project.online = online.settings
        if let node = online.sizesFrom {
            // Where its variables are not set, every table counts as large.
            let url = try self.settings(named: node.string("\"sizes-from\""), at: node).url
            project.online.sizes = try url.flatMap { try? variables.expanded($0, "url") }.map {
                try self.url($0, at: node)
            }
        }
        project.lint = lint.followed(by: settings?.lint ?? LintSettings())
        project.databaseOptions = databaseOptions
        for (key, node) in settings?.settings ?? [] {
            project.settings[key] = try variables.expanded(node, "\"\(key)\"")
        }
        project.values = variables.values
        project.extensions = extensions
        project.standIns = standIns
        if let wait = revisions.wait { project.lockLimit = .seconds(wait) }
        return project
    }

    private func settings(named name: String, at node: ConfigurationNode) throws -> EnvironmentSettings {
        do {
            guard let found = try settings(named: name) else { throw node.error("no environment \"\(name)\"") }
            return found
        } catch let error as ConfigurationError {
            throw node.error(error.message)
        }
    }

    private func settings(named name: String?) throws -> EnvironmentSettings? {
        if let found = environments.first(where: { $0.name == name ?? "default" }) { return found.settings }
        guard let name else { return nil }
        let known = environments.map(\.name)
        let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
        throw ConfigurationError(
            file: file,
            message: "no environment \"\(name)\"; \(nearest ?? "known are \(known.joined(separator: ", "))")")
    }

    private func url(_ text: String, at node: ConfigurationNode) throws -> DatabaseURL {
        let url: DatabaseURL
        do { url = try DatabaseURL(text) } catch { throw node.error("\"url\" is \(error)") }
        guard let path = url.path, path != ":memory:", !path.hasPrefix("/"), folder != "." else { return url }
        return .sqlite(path: "\(folder)/\(path)")
    }
}

/// The settings of one environment, not yet read: they may name variables that only matter when it is chosen.
package struct EnvironmentSettings {
    static let keys = [
        "url", "migrate-url", "scratch", "source", "directory", "snapshots", "settings", "roles", "protect", "lint",
    ]

    var url: ConfigurationNode?
    var migrationURL: ConfigurationNode?
    var scratch: ConfigurationNode?
    /// In place of those of the project, for a database with a schema of its own.
    var sources: [String]?
    var directories: [String]?
    var snapshots: String?
    var protected: Set<Protection> = []
    /// Added to those of the project.
    var roles: [String: String] = [:]
    /// Behind those of the project.
    var lint = LintSettings()
    /// For code of the project's own: texts by their path.
    var settings: [(key: String, value: ConfigurationNode)] = []

    init(_ members: [String: ConfigurationNode]) throws(ConfigurationError) {
        url = members["url"]
        migrationURL = members["migrate-url"]
        scratch = members["scratch"]
        if let node = members["source"] { sources = try node.strings("\"source\"") }
        if let node = members["directory"] { directories = try node.strings("\"directory\"") }
        if let node = members["settings"] { settings = try node.texts(of: "\"settings\"") }
        if let node = members["roles"] { roles = try ObjectSettings.roles(node) }
        if let node = members["lint"] { lint = try LintConfiguration.settings(node) }
        for node in try members["protect"]?.items("\"protect\"") ?? [] {
            protected.insert(try node.word("\"protect\"", of: Protection.self))
        }
        if let node = members["snapshots"] { snapshots = try node.string("\"snapshots\"") }
    }
}
