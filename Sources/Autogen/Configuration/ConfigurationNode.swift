import AutogenRevisions
import AutogenSchema
import Yams

/// A piece of the configuration that knows where it stands.
struct ConfigurationNode {
    let node: Node
    let file: String

    func error(_ message: String, offset: Int = 0, missingValue: String? = nil) -> ConfigurationError {
        ConfigurationError(
            file: file, line: node.mark?.line ?? 1, column: (node.mark?.column ?? 1) + offset, message: message,
            missingValue: missingValue)
    }

    var location: FileLocation {
        FileLocation(file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// The values by key; a key that is not known is an error that names the nearest one.
    func members(_ known: [String], of place: String) throws(ConfigurationError) -> [String: ConfigurationNode] {
        var members: [String: ConfigurationNode] = [:]
        for (key, value) in try pairs(of: place) {
            let name = try key.string("a key")
            guard known.contains(name) else {
                let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
                throw key.error(
                    "unknown key \"\(name)\" in \(place); \(nearest ?? "known are \(known.joined(separator: ", "))")")
            }
            members[name] = value
        }
        return members
    }

    /// The values by key, whatever the keys.
    func pairs(of place: String) throws(ConfigurationError) -> [(ConfigurationNode, ConfigurationNode)] {
        if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
        guard case .mapping(let mapping) = node else { throw error("\(place) must consist of keys and values") }
        return mapping.map {
            (ConfigurationNode(node: $0.key, file: file), ConfigurationNode(node: $0.value, file: file))
        }
    }

    func string(_ name: String) throws(ConfigurationError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else { throw error("\(name) must be a text") }
        return scalar.string
    }

    /// The texts in maps, by the keys that lead to them: `{database: {pool: 2}}` has `database.pool`.
    func texts(of place: String) throws(ConfigurationError) -> [(key: String, value: ConfigurationNode)] {
        var texts: [(key: String, value: ConfigurationNode)] = []
        for (key, value) in try pairs(of: place) {
            let name = try key.string("a key")
            if case .mapping = value.node {
                texts += try value.texts(of: "\"\(name)\"").map { ("\(name).\($0.key)", $0.value) }
            } else {
                texts.append((name, value))
            }
        }
        return texts
    }

    /// A list of texts; one text counts as a list of one.
    func strings(_ name: String) throws(ConfigurationError) -> [String] {
        guard case .sequence(let sequence) = node else { return [try string(name)] }
        var strings: [String] = []
        for item in sequence { strings.append(try ConfigurationNode(node: item, file: file).string(name)) }
        guard !strings.isEmpty else { throw error("\(name) is empty") }
        return strings
    }
}
