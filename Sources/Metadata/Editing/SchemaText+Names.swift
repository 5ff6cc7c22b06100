import AutogenSQLText
package import AutogenSchema

extension SchemaText {
    /// Gives something another name where it is declared, and in the statements of what needs it.
    ///
    /// - Parameters:
    ///   - needed: the objects that a database knows to use it.
    ///   - isWary: whether a name of a table is only taken for that where a table can stand, and one of anything else only
    ///     where none can, since they may be called alike.
    package mutating func rename(
        _ object: Address, to name: String, needed: Set<ObjectID>, isWary: Bool
    ) -> Bool {
        let whole = Array(object.path.dropLast())
        let own = makers.filter { id, _ in
            Address(id) == object || [.table, .enumType, .compositeType].contains(id.kind) && id.path == whole
        }
        guard !own.isEmpty else { return false }
        let places = Set(own.values).union(needed.compactMap { makers[$0] })
        for place in places {
            guard let statement = statement(place) else { continue }
            notes[place.file, default: []] += renaming(object, to: name, in: statement, isWary)
        }
        for (file, statements) in statements {
            for statement in statements where CommentStatement(statement) != nil {
                let isAbout = (Array(own.keys) + needed).contains { CommentStatement(statement)?.isAbout($0) ?? false }
                if isAbout { notes[file, default: []] += renaming(object, to: name, in: statement, isWary) }
            }
        }
        return true
    }

    /// Words before the name of a table.
    private static let beforeTables: Set<String> = [
        "TABLE", "ONLY", "EXISTS", "FROM", "JOIN", "ON", "INTO", "REFERENCES", "UPDATE", "OF", "VIEW", "LIKE",
    ]

    private func renaming(
        _ object: Address, to name: String, in statement: SourceStatement, _ isWary: Bool
    ) -> [TextEdit] {
        let tokens = statement.sql.tokens
        func text(_ place: Int) -> String {
            tokens.indices.contains(place) ? statement.sql.text(of: tokens[place]) : ""
        }
        return tokens.indices.compactMap { place in
            let token = tokens[place]
            let names = NamesInStatement([token], of: statement)
            guard names.all.contains(where: { names.isSame($0, object.ownName) }) else { return nil }
            let isTable = object.kind == Kind.table.rawValue
            let standsLikeOne =
                text(place + 1) == "." || Self.beforeTables.contains(text(place - 1).uppercased())
                || isTable && text(place - 1) == "."
            if isWary, standsLikeOne != isTable { return nil }
            let isText = token.kind == .string && !statement.sql.syntax.takesStringsForNames
            return TextEdit(token.range, isText ? "'\(name.replacing("'", with: "''"))'" : SQL.shown([name]))
        }
    }
}
