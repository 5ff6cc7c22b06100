import AutogenLint
import AutogenSchema

/// Reads `lint` of the configuration.
enum LintConfiguration {
    static func settings(_ node: ConfigurationNode) throws(ConfigurationError) -> LintSettings {
        let members = try node.members(["rules", "severity", "tables"], of: "\"lint\"")
        var settings = LintSettings()
        if let rules = members["rules"] { settings.own = try rules.strings("\"rules\"") }
        if let severity = members["severity"] { settings.levels = try levels(severity) }
        for item in try members["tables"]?.items("\"tables\"") ?? [] {
            let rule = try item.members(["schema", "table", "severity", "reason"], of: "a rule for tables")
            let schema = try rule["schema"]?.string("\"schema\"")
            let table = try rule["table"]?.string("\"table\"")
            guard schema != nil || table != nil else {
                throw item.error("a rule for tables must have \"schema\" or \"table\"")
            }
            guard let severity = rule["severity"] else { throw item.error("a rule for tables must have \"severity\"") }
            settings.levels += try levels(severity, schema: schema, table: table)
        }
        return settings
    }

    /// `CODE: off|note|warning|error`
    private static func levels(
        _ node: ConfigurationNode, schema: String? = nil, table: String? = nil
    ) throws(ConfigurationError) -> [LintLevel] {
        var levels: [LintLevel] = []
        for (key, value) in try node.pairs(of: "\"severity\"") {
            let code = try key.string("the name of a rule")
            let level = try value.word("\"\(code)\"", of: LintLevel.Level.self)
            levels.append(LintLevel(code, level, schema: schema, table: table, at: key.location))
        }
        return levels
    }
}
