import AutogenSchema

/// SQLite takes `"text"` for a string where no such name exists, and `DROP COLUMN` rewrites those strings all over the
/// schema in single quotes, so that objects it has nothing to do with come out different.
enum StringsInDoubleQuotes {
    /// Whether some text between double quotes is not the name of an object.
    static func arePossible(in catalog: Catalog) -> Bool {
        let names = Set(catalog.objects.keys.map { $0.name.lowercased() })
        return catalog.objects.values.contains { object in
            let pieces = declaration(of: object).split(separator: "\"", omittingEmptySubsequences: false)
            return pieces.indices.contains { !$0.isMultiple(of: 2) && !names.contains(pieces[$0].lowercased()) }
        }
    }

    private static func declaration(of object: SchemaObject) -> String {
        switch object.definition {
        case .table(let table): table.declaration.value
        case .index(let index): index.declaration.value
        case .view(let view): view.declaration.value
        case .trigger(let trigger): trigger.declaration.value
        default: ""
        }
    }
}
