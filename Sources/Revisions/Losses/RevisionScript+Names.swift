import AutogenSQLText
import AutogenSchema

extension RevisionScript {
    /// Whether a section decides which schema names without one are in.
    public func setsSearchPath(_ direction: Direction) -> Bool {
        SQLStatement.all(in: revision.sql(direction), syntax).contains { statement in
            statement.tokens.contains { token in
                statement.keyword(token) == "SEARCH_PATH"
                    || token.kind == .string && token.value(in: statement.source).lowercased() == "search_path"
            }
        }
    }

    /// Whether a section gives values that are there another name, or another place: by RENAME or SET SCHEMA. A table that
    /// is made anew under its name is none of them: made first and renamed, or the old one set aside and dropped.
    public func movesValues(_ direction: Direction) -> Bool {
        var made: [String] = []
        var aside: [(table: String, name: String)] = []
        var dropped: [String] = []
        for statement in SQLStatement.all(in: revision.sql(direction), syntax) {
            var reader = statement.reader
            if reader.skip("CREATE", "TABLE") {
                reader.skip("IF", "NOT", "EXISTS")
                if let name = reader.name()?.last { made.append(name) }
            } else if reader.skip("DROP", "TABLE") {
                reader.skip("IF", "EXISTS")
                if let name = reader.name()?.last { dropped.append(name) }
            } else if reader.skip("ALTER"), statement.words.contains(where: ["RENAME", "SCHEMA"].contains) {
                guard reader.skip("TABLE") else { return true }
                reader.skip("IF", "EXISTS")
                reader.skip("ONLY")
                guard let table = reader.name()?.last else { return true }
                if made.contains(where: { $0.exact == table.exact }) { continue }
                guard reader.skip("RENAME", "TO"), let name = reader.name()?.last else { return true }
                aside.append((table, name))
            }
        }
        return aside.contains { table, name in
            !(made.contains { $0.exact == table.exact } && dropped.contains { $0.exact == name.exact })
        }
    }
}
