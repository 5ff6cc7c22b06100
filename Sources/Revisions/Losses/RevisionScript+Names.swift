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

    /// Whether a section gives values that are there another name, or another place: by RENAME of what it did not make
    /// itself, as a table that is made anew is, or by SET SCHEMA.
    public func movesValues(_ direction: Direction) -> Bool {
        var made: [[String]] = []
        for statement in SQLStatement.all(in: revision.sql(direction), syntax) {
            var reader = statement.reader
            if reader.skip("CREATE", "TABLE") {
                reader.skip("IF", "NOT", "EXISTS")
                if let name = reader.name() { made.append(name) }
                continue
            }
            guard reader.skip("ALTER"), statement.words.contains(where: ["RENAME", "SCHEMA"].contains) else { continue }
            guard reader.skip("TABLE") else { return true }
            reader.skip("IF", "EXISTS")
            reader.skip("ONLY")
            guard let name = reader.name(), made.contains(where: { $0 == name }) else { return true }
        }
        return false
    }
}
