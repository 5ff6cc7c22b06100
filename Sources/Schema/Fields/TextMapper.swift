extension Definition {
    /// The same with every text among its attributes passed through `rewrite`.
    ///
    /// ```swift
    /// view.mappingTexts { $0.replacing("'sad'::public.mood", with: "'blue'::public.mood") }
    /// ```
    package func mappingTexts(_ rewrite: @escaping (String) -> String) -> Definition {
        let fields = Dictionary(body.fields.map { ($0.name, $0.json) }, uniquingKeysWith: { first, _ in first })
        var mapper = TextMapper(fields: fields, rewrite: rewrite)
        return Definition(kind, reading: &mapper)
    }

    /// The same with some attributes as another has them.
    package func taking(_ names: Set<String>, from other: Definition) -> Definition {
        var fields = Dictionary(body.fields.map { ($0.name, $0.json) }, uniquingKeysWith: { first, _ in first })
        for field in other.body.fields where names.contains(field.name) { fields[field.name] = field.json }
        var mapper = TextMapper(fields: fields, rewrite: { $0 })
        return Definition(kind, reading: &mapper)
    }
}

/// Reads attributes from values of the same names, their texts rewritten.
struct TextMapper: FieldVisitor {
    let fields: [String: JSON]
    let rewrite: (String) -> String

    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) {
        if let json = fields[name], let read = Value(json: mapped(json)) { value = read }
    }

    private func mapped(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(rewrite(text))
        case .array(let items): .array(items.map(mapped))
        case .object(let members): .object(members.map { JSON.Member($0.key, mapped($0.value)) })
        case .null, .bool, .integer: json
        }
    }
}
