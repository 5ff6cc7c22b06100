import AutogenSQLText
import AutogenSchema

/// What a single statement takes away, by its words alone.
///
/// `DROP` of what holds values, `TRUNCATE`, and `DELETE` and `UPDATE` without `WHERE`; not what is told by the database
/// alone, such as which columns go with a type.
enum StatementLoss {
    static func losses(of statement: SQLStatement, in facts: SectionFacts) -> [(Address, String)] {
        var reader = statement.reader
        reader.skipCommonTables()
        switch reader.word() {
        case "DROP": return drop(&reader, in: facts)
        case "ALTER": return alteration(&reader, in: facts)
        case "TRUNCATE":
            reader.skip("TABLE")
            return reader.names().filter { !facts.isCreated($0) }.map { rows($0, statement) }
        case "DELETE":
            guard reader.skip("FROM") else { return [] }
            reader.skip("ONLY")
            guard let table = reader.name(), !reader.skip(behind: "WHERE"), !facts.isCreated(table) else {
                return []
            }
            return [rows(table, statement)]
        case "UPDATE": return update(&reader, statement, in: facts)
        default: return []
        }
    }

    private static func rows(_ table: [String], _ statement: SQLStatement) -> (Address, String) {
        (address("rows", table, statement.syntax), "deletes all rows")
    }

    /// On SQLite a name without schema is one of the file's.
    private static func address(_ kind: String, _ path: [String], _ syntax: SQLSyntax, width: Int = 1) -> Address {
        syntax == .sqlite && path.count == width
            ? Address(kind: kind, path: ["main"] + path) : Address(kind: kind, path: path)
    }

    private static func drop(_ reader: inout SQLReader, in facts: SectionFacts) -> [(Address, String)] {
        let syntax = reader.syntax
        switch reader.word() {
        case "TABLE":
            return reader.names().filter { !facts.isCreated($0) && !facts.areRowsKept(of: $0) }
                .map { (address("table", facts.original($0), syntax), "drops the table with its rows") }
        case "SEQUENCE":
            return reader.names().map {
                (Address(kind: "sequence", path: $0), "drops the sequence with its last value")
            }
        case "EXTENSION":
            return reader.names().map {
                (Address(kind: "extension", path: $0), "drops the extension with its types")
            }
        case "SCHEMA": return cascading("schema", &reader)
        case "TYPE", "DOMAIN": return cascading("type", &reader)
        case "OWNED":
            guard reader.skip("BY") else { return [] }
            return reader.names().map { (Address(kind: "owner", path: $0), "drops everything that the role owns") }
        case "DATABASE": return reader.names().map { (Address(kind: "database", path: $0), "drops the database") }
        default: return []
        }
    }

    /// What goes with all that depends on it; without `CASCADE` nothing does.
    private static func cascading(_ kind: String, _ reader: inout SQLReader) -> [(Address, String)] {
        let names = reader.names()
        guard reader.skip(behind: "CASCADE") else { return [] }
        return names.map { (Address(kind: kind, path: $0), "drops it with everything that depends on it") }
    }

    private static func alteration(_ reader: inout SQLReader, in facts: SectionFacts) -> [(Address, String)] {
        if reader.skip("TYPE") {
            guard let type = reader.name() else { return [] }
            return dropped("ATTRIBUTE", reader).map { name in
                (Address(kind: "attribute", path: type + [name]), "drops the attribute with its values")
            }
        }
        let syntax = reader.syntax
        guard reader.skipTableHead(), let table = reader.name(), !facts.isCreated(table) else { return [] }
        return dropped("COLUMN", reader).filter { !facts.isAdded($0, to: table) }.map { name in
            let path = facts.original(table) + [name]
            return (address("column", path, syntax, width: 2), "drops the column with its values")
        }
    }

    /// The names behind `DROP [COLUMN] [IF EXISTS]` in the clauses of an `ALTER`.
    private static func dropped(_ word: String, _ reader: SQLReader) -> [String] {
        reader.actions().compactMap { action in
            var action = action
            guard action.skip("DROP"), !action.isConstraint || action.keyword == "NOT" else { return nil }
            guard action.skip(word) || word == "COLUMN" else { return nil }
            action.skip("IF", "EXISTS")
            return action.name()?.last
        }
    }

    /// The columns that get another value in every row, but those that the section has added.
    private static func update(
        _ reader: inout SQLReader, _ statement: SQLStatement, in facts: SectionFacts
    ) -> [(Address, String)] {
        if reader.skip("OR") { _ = reader.word() }
        reader.skip("ONLY")
        guard let table = reader.name(), !facts.isCreated(table), reader.skip(behind: "SET") else { return [] }
        var look = reader
        guard !look.skip(behind: "WHERE") else { return [] }
        var columns: [String] = []
        repeat {
            if let list = reader.parenthesis() {
                columns += list.compactMap { reader.name(of: $0) }
            } else if let name = reader.name()?.last, !keeps(name, reader) {
                columns.append(name)
            }
        } while reader.skipPastComma()
        return columns.filter { !facts.isAdded($0, to: table) }.map { name in
            (address("column", table + [name], statement.syntax, width: 2), "gives every row another value")
        }
    }
}

extension StatementLoss {
    /// `= coalesce(name, ...)`, which leaves the values that are there.
    private static func keeps(_ name: String, _ reader: SQLReader) -> Bool {
        var reader = reader
        guard reader.skip(symbol: "="), reader.skip("COALESCE"), let arguments = reader.parenthesis() else {
            return false
        }
        guard let first = arguments.first, let comma = arguments.dropFirst().first else { return false }
        return reader.name(of: first) == name && reader.text(of: comma) == ","
    }
}

extension SQLReader {
    /// Moves behind `WITH a AS (...), b AS (...)`.
    fileprivate mutating func skipCommonTables() {
        guard skip("WITH") else { return }
        while !isAtEnd, !["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"].contains(keyword) {
            if parenthesis() == nil { _ = next() }
        }
    }
}
