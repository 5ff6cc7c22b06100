import AutogenRevisions
import AutogenSchema

/// Reads `objects`, `roles` and `naming` of the configuration.
enum ObjectSettings {
    static func rules(_ node: ConfigurationNode) throws(ConfigurationError) -> ObjectRules {
        let members = try node.members(["include", "exclude"], of: "\"objects\"")
        var rules = ObjectRules()
        for item in try members["include"]?.items("\"include\"") ?? [] { rules.include.append(try rule(item)) }
        for item in try members["exclude"]?.items("\"exclude\"") ?? [] { rules.exclude.append(try rule(item)) }
        return rules
    }

    private static func rule(_ node: ConfigurationNode) throws(ConfigurationError) -> ObjectRule {
        let members = try node.members(["schema", "table", "kind", "reason"], of: "a rule")
        var rule = ObjectRule()
        rule.schema = try members["schema"]?.string("\"schema\"")
        rule.table = try members["table"]?.string("\"table\"")
        rule.reason = try members["reason"]?.string("\"reason\"")
        if let kind = members["kind"] {
            let text = try kind.string("\"kind\"")
            let known = Kind.allCases.map(\.rawValue)
            guard text.contains(where: { "*?".contains($0) }) || known.contains(text) else {
                let nearest = NearestName.find(text, among: known).map { "; did you mean \"\($0)\"?" }
                throw kind.error("unknown kind \"\(text)\"\(nearest ?? "")")
            }
            rule.kind = text
        }
        guard rule.schema != nil || rule.table != nil || rule.kind != nil else {
            throw node.error("a rule must have \"schema\", \"table\" or \"kind\"")
        }
        return rule
    }

    /// `name in the database: name in the declared schema`.
    static func roles(_ node: ConfigurationNode) throws(ConfigurationError) -> [String: String] {
        var roles: [String: String] = [:]
        for (key, value) in try node.pairs(of: "\"roles\"") {
            let name = try key.string("the name of a role")
            roles[name] = try value.string("\"\(name)\"")
        }
        return roles
    }

    static func naming(_ node: ConfigurationNode) throws(ConfigurationError) -> NamingConvention {
        var patterns: [NamingConvention.Subject: String] = [:]
        let members = try node.members(NamingConvention.Subject.allCases.map(\.rawValue), of: "\"naming\"")
        for (key, value) in members {
            guard let subject = NamingConvention.Subject(rawValue: key) else { continue }
            let pattern = try value.string("\"\(key)\"")
            for part in pattern.split(separator: "{").dropFirst(pattern.hasPrefix("{") ? 0 : 1) {
                let field = String(part.prefix { $0 != "}" })
                guard NamingConvention.fields.contains(field) else {
                    let known = NamingConvention.fields.map { "{\($0)}" }.joined(separator: ", ")
                    throw value.error("unknown field {\(field)}; known are \(known)")
                }
            }
            patterns[subject] = pattern
        }
        return NamingConvention(patterns)
    }
}
