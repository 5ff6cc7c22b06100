import AutogenSQLText

/// What a statement does to which object, as its first words say.
enum StatementShape: Sendable {
    /// `CREATE TABLE name`
    case createTable([String])
    /// `CREATE INDEX name ON table`
    case createIndex(name: String?, table: [String])
    /// `CREATE TRIGGER name ... ON table`, and other things of tables
    case createPart(kind: String, name: String, table: [String])
    /// `CREATE FUNCTION name` and the like, by the word for the kind.
    case create(kind: String, name: [String])
    /// `ALTER TABLE table` with its actions, also of views.
    case alterTable([String], [AlterClause])
    /// `ALTER TYPE name ...` and the like, with the words behind the name and the path that it has afterwards.
    case alter(kind: String, name: [String], words: [String], newName: [String])
    /// `DROP TABLE a, b`
    case drop(kind: String, names: [[String]])
    case other

    init(_ sql: SQLStatement) {
        var reader = sql.reader
        switch reader.word() {
        case "CREATE": self = Self.creation(&reader)
        case "ALTER": self = Self.alteration(&reader, sql)
        case "DROP": self = Self.removal(&reader)
        default: self = .other
        }
    }

    /// The table that it makes or changes.
    var table: [String]? {
        switch self {
        case .createTable(let table), .createIndex(_, let table), .createPart(_, _, let table),
            .alterTable(let table, _):
            table
        case .create, .alter, .drop, .other: nil
        }
    }

    private static func creation(_ reader: inout SQLReader) -> StatementShape {
        reader.skip("OR", "REPLACE")
        let before = [
            "GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED", "FOREIGN", "UNIQUE", "RECURSIVE", "CONSTRAINT",
        ]
        while before.contains(reader.keyword) { _ = reader.next() }
        var kind = reader.word()
        if kind == "MATERIALIZED" || kind == "EVENT" { kind += " " + reader.word() }
        if kind == "INDEX" { reader.skip("CONCURRENTLY") }
        reader.skip("IF", "NOT", "EXISTS")
        switch kind {
        case "TABLE": return reader.name().map { .createTable($0) } ?? .other
        case "INDEX":
            let name = reader.isAt("ON") ? nil : reader.name()?.last
            guard reader.skip("ON") else { return .other }
            reader.skip("ONLY")
            return reader.name().map { .createIndex(name: name, table: $0) } ?? .other
        case "TRIGGER", "POLICY", "RULE":
            guard let name = reader.name()?.last else { return .other }
            guard reader.skip(behind: kind == "RULE" ? "TO" : "ON"), let table = reader.name() else { return .other }
            return .createPart(kind: kind, name: name, table: table)
        default: return reader.name().map { .create(kind: kind, name: $0) } ?? .other
        }
    }

    private static func alteration(_ reader: inout SQLReader, _ sql: SQLStatement) -> StatementShape {
        reader.skip("FOREIGN")
        let isTable = reader.skip("TABLE") || reader.skip("MATERIALIZED", "VIEW") || reader.skip("VIEW")
        let kind = isTable ? "TABLE" : reader.word()
        reader.skip("IF", "EXISTS")
        if isTable { reader.skip("ONLY") }
        guard let name = reader.name() else { return .other }
        guard isTable else {
            return .alter(
                kind: kind, name: name, words: reader.rest.filter { $0.kind == .word }.map { sql.keyword($0) },
                newName: renamed(name, &reader))
        }
        reader.skip(symbol: "*")
        var clauses: [AlterClause] = []
        repeat {
            clauses.append(AlterClause(reader.tokens { $0.isAt(symbol: ",") }, of: sql))
        } while reader.skip(symbol: ",")
        return .alterTable(name, clauses)
    }

    private static func renamed(_ name: [String], _ reader: inout SQLReader) -> [String] {
        _ = reader.parenthesis()
        if reader.skip("RENAME", "TO"), let own = reader.name()?.last { return name.dropLast() + [own] }
        if reader.skip("SET", "SCHEMA"), let schema = reader.name()?.last { return [schema] + name.suffix(1) }
        return name
    }

    private static func removal(_ reader: inout SQLReader) -> StatementShape {
        reader.skip("FOREIGN")
        var kind = reader.word()
        if kind == "MATERIALIZED" || kind == "EVENT" { kind += " " + reader.word() }
        reader.skip("CONCURRENTLY")
        reader.skip("IF", "EXISTS")
        var names: [[String]] = []
        repeat {
            guard let name = reader.name() else { break }
            _ = reader.parenthesis()
            names.append(name)
        } while reader.skip(symbol: ",")
        return .drop(kind: kind, names: names)
    }
}
