/// The settings of one environment, not yet read: they may name variables that only matter when it is chosen.
package struct EnvironmentSettings {
    static let keys = ["url", "scratch", "source", "directory", "snapshots", "settings", "roles"]

    var url: ConfigurationNode?
    var scratch: ConfigurationNode?
    /// In place of those of the project, for a database with a schema of its own.
    var sources: [String]?
    var directories: [String]?
    var snapshots: String?
    /// Added to those of the project.
    var roles: [String: String] = [:]
    /// For code of the project's own: texts by their path.
    var settings: [(key: String, value: ConfigurationNode)] = []

    init(_ members: [String: ConfigurationNode]) throws(ConfigurationError) {
        url = members["url"]
        scratch = members["scratch"]
        if let node = members["source"] { sources = try node.strings("\"source\"") }
        if let node = members["directory"] { directories = try node.strings("\"directory\"") }
        if let node = members["settings"] { settings = try node.texts(of: "\"settings\"") }
        if let node = members["roles"] { roles = try ObjectSettings.roles(node) }
        if let node = members["snapshots"] { snapshots = try node.string("\"snapshots\"") }
    }
}
