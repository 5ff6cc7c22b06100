import AutogenSQLText
import AutogenSchema

/// SQLite takes `"text"` for a string where no such name exists, and `DROP COLUMN` rewrites those strings all over the
/// schema in single quotes, so that objects it has nothing to do with come out different.
enum StringsInDoubleQuotes {
    /// Whether some text between double quotes is not the name of an object.
    static func arePossible(in catalog: Catalog) -> Bool {
        let names = Self.names(in: catalog)
        return catalog.objects.contains { object in !quoted(in: object).allSatisfy(names.contains) }
    }

    /// The first object that has such a text.
    static func first(in catalog: Catalog) -> ObjectID? {
        let names = Self.names(in: catalog)
        return catalog.objects.lazy.filter { !quoted(in: $0).allSatisfy(names.contains) }.map(\.id).min()
    }

    /// The texts between double quotes, in small letters.
    static func quoted(in object: SchemaObject) -> [String] {
        let declaration = declaration(of: object)
        guard declaration.utf8.contains(UInt8(ascii: "\"")) else { return [] }
        let bytes = Array(declaration.utf8)
        var lexer = SQLLexer(bytes, .sqlite)
        var texts: [String] = []
        while let token = lexer.next() {
            guard token.kind == .quotedName, bytes[token.range.lowerBound] == UInt8(ascii: "\"") else { continue }
            texts.append(token.value(in: bytes).folded)
        }
        return texts
    }

    private static func names(in catalog: Catalog) -> Set<String> {
        Set(catalog.objects.ids.map { $0.name.folded })
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
