import AutogenSQLText

/// Tells from the first words of a SQLite statement what it is for.
struct SQLitePurpose {
    /// The suffixes of the tables in which the modules of SQLite keep the rows of a virtual table: `docs_data` for
    /// `docs` (<https://www.sqlite.org/vtab.html#xshadowname>).
    private static let shadowSuffixes: [String: [String]] = [
        "FTS5": ["data", "idx", "content", "docsize", "config"],
        "FTS4": ["content", "segments", "segdir", "docsize", "stat"],
        "FTS3": ["content", "segments", "segdir", "docsize", "stat"],
        "RTREE": ["node", "rowid", "parent"],
        "RTREE_I32": ["node", "rowid", "parent"],
        "GEOPOLY": ["node", "rowid", "parent"],
    ]
    /// The settings that are kept in the file or that decide how a schema is read.
    private static let pragmas = ["USER_VERSION", "APPLICATION_ID", "LEGACY_ALTER_TABLE"]

    private var shadows: Set<String> = []

    init(_ entries: [SourceScript.Entry]) {
        for entry in entries {
            let words = Self.virtualTable(of: entry.statement)?.words ?? entry.statement.words
            guard Self.isVirtual(words) else { continue }
            guard let place = words.firstIndex(where: { $0.keyword == "USING" }), place > 0, place + 1 < words.count
            else {
                continue
            }
            let name = words[place - 1].text.lowercased()
            for suffix in Self.shadowSuffixes[words[place + 1].text.uppercased()] ?? [] {
                shadows.insert("\(name)_\(suffix)")
            }
        }
    }

    private static func isVirtual(_ words: [StatementWord]) -> Bool {
        words.count > 1 && words[0].keyword == "CREATE" && words[1].keyword == "VIRTUAL"
    }

    func of(_ statement: SourceStatement) -> StatementPurpose {
        let words = statement.keywords
        let first = words.first ?? ""
        switch first {
        case "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE":
            return .ignored
        case "CREATE":
            return creation(statement)
        case "INSERT" where statement.words.contains { Self.isSchemaTable($0.text) }:
            return Self.virtualTable(of: statement) == nil
                ? .refused("SQLite's own schema table can't be written; write CREATE statements") : .schema
        case "INSERT" where statement.words.dropFirst().prefix(2).contains { shadows.contains($0.text.lowercased()) }:
            return .skipped(.note, "the rows of a virtual table's own tables are no part of a schema and are skipped")
        case "INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "VALUES", "WITH", "EXPLAIN":
            return .data(word: first)
        case "PRAGMA":
            if words.contains("WRITABLE_SCHEMA") { return .ignored }
            let name = words.dropFirst().last { Self.pragmas.contains($0) }
            return name == nil ? .skipped(.note, "this PRAGMA has no part in a schema and is skipped") : .schema
        case "ATTACH", "DETACH":
            return .skipped(.warning, "\(first) is skipped: a schema is that of one database")
        case "VACUUM", "ANALYZE", "REINDEX":
            return .skipped(.note, "\(first) has no part in a schema and is skipped")
        default:
            return .schema
        }
    }

    /// The shell's `.dump` writes virtual tables into SQLite's schema table, and their tables of rows beside them; what
    /// is sent is the statement that makes both.
    static func rewritten(_ statement: SourceStatement) -> SourceStatement {
        guard let table = virtualTable(of: statement) else { return statement }
        var copy = statement
        copy.replacement = table.text + ";"
        return copy
    }

    /// The `CREATE VIRTUAL TABLE` that is written into the schema table.
    private static func virtualTable(of statement: SourceStatement) -> (text: String, words: [StatementWord])? {
        guard statement.starts(with: "INSERT", "INTO"), statement.words.count > 2,
            isSchemaTable(statement.words[2].text)
        else { return nil }
        let sql = statement.sql
        for token in sql.tokens where token.kind == .string {
            let text = token.value(in: sql.source)
            guard let inner = SQLStatement.all(in: text, .sqlite).first else { continue }
            let words = inner.tokens.compactMap { StatementWord($0, in: inner) }
            if isVirtual(words) { return (inner.text, words) }
        }
        return nil
    }

    private static func isSchemaTable(_ name: String) -> Bool {
        ["sqlite_master", "sqlite_schema"].contains(name.lowercased())
    }

    /// The name of the table that a `CREATE TABLE` statement makes.
    static func createdTable(_ statement: SourceStatement) -> String? {
        let words = statement.keywords
        guard words.count > 2, words[0] == "CREATE", words[1] == "TABLE" else { return nil }
        let names = statement.words.dropFirst(words.starts(with: ["CREATE", "TABLE", "IF", "NOT", "EXISTS"]) ? 5 : 2)
        var name = names.first?.text ?? ""
        if name.lowercased() == "main", let second = names.dropFirst().first { name = second.text }
        return name
    }

    private func creation(_ statement: SourceStatement) -> StatementPurpose {
        guard let name = Self.createdTable(statement)?.lowercased() else { return .schema }
        if name.hasPrefix("sqlite_") {
            return .skipped(.note, "\(name) is made by SQLite itself and is skipped")
        }
        if shadows.contains(name) {
            return .skipped(.note, "\(name) is made by its virtual table and is skipped")
        }
        return .schema
    }
}
