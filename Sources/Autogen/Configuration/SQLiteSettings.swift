import AutogenConnection
import AutogenSchema

/// Reads `sqlite` of the configuration.
enum SQLiteSettings {
    static func read(
        _ node: ConfigurationNode, into configuration: inout Configuration
    ) throws(ConfigurationError) {
        let members = try node.members(["options", "extensions", "stand-ins"], of: "\"sqlite\"")
        for item in try members["options"]?.items("\"options\"") ?? [] {
            configuration.databaseOptions.insert(try item.word("an option", of: DatabaseOption.Name.self))
        }
        let folder = configuration.folder
        // A bare name is looked for where the system keeps its libraries.
        configuration.extensions = (try members["extensions"]?.strings("\"extensions\"") ?? []).map { path in
            path.hasPrefix("/") || !path.contains("/") || folder == "." ? path : "\(folder)/\(path)"
        }
        if let node = members["stand-ins"] { configuration.standIns = try standIns(node) }
    }

    private static func standIns(_ node: ConfigurationNode) throws(ConfigurationError) -> StandIns {
        let members = try node.members(["collations", "functions"], of: "\"stand-ins\"")
        var standIns = StandIns()
        standIns.collations = try members["collations"]?.strings("\"collations\"") ?? []
        for item in try members["functions"]?.items("\"functions\"") ?? [] {
            guard let function = StandIns.Function(parsing: try item.string("a function")) else {
                throw item.error("a function is its name, or its name and how many arguments it takes, as slug/1")
            }
            standIns.functions.append(function)
        }
        return standIns
    }
}
