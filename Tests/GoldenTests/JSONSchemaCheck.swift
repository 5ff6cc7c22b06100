import AutogenSchema

/// As much of JSON Schema as our own schemas use: `type`, `const`, `enum`, `properties`, `required`,
/// `additionalProperties: false`, `items` and `$ref` into `$defs`.
struct JSONSchemaCheck {
    let root: JSON

    /// What is wrong with a value, with its place.
    func faults(of value: JSON) -> [String] { faults(of: value, root, at: "") }

    private func faults(of value: JSON, _ schema: JSON, at place: String) -> [String] {
        guard let rules = schema.members else { return ["\(place): the schema is no object"] }
        if let name = rules["$ref"]?.string?.split(separator: "/").last,
            let meant = root.members?["$defs"]?.members?[String(name)]
        {
            return faults(of: value, meant, at: place)
        }
        var faults: [String] = []
        if let type = rules["type"]?.string, type != self.type(of: value) { faults.append("\(place): is no \(type)") }
        if let only = rules["const"], only != value { faults.append("\(place): is not \(only)") }
        if let some = rules["enum"]?.items, !some.contains(value) { faults.append("\(place): \(value) is not allowed") }
        let known = rules["properties"]?.members ?? [:]
        for (key, member) in value.members ?? [:] {
            if let rule = known[key] {
                faults += self.faults(of: member, rule, at: "\(place)/\(key)")
            } else if rules["additionalProperties"] == .bool(false) {
                faults.append("\(place): unknown key \(key)")
            }
        }
        for key in rules["required"]?.items?.compactMap(\.string) ?? [] where value.members?[key] == nil {
            faults.append("\(place): lacks \(key)")
        }
        if let items = rules["items"] {
            for (index, item) in (value.items ?? []).enumerated() {
                faults += self.faults(of: item, items, at: "\(place)/\(index)")
            }
        }
        return faults
    }

    private func type(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
