import AutogenSQLText
import AutogenSchema

/// A place in a statement where rows of a table change: the statement itself, or a part of it, as in
/// `WITH gone AS (DELETE FROM a RETURNING *) SELECT ...`.
struct RowChange {
    enum Verb: String {
        case delete = "DELETE"
        case update = "UPDATE"
        case truncate = "TRUNCATE"
        case merge = "MERGE"
        case insert = "INSERT"
        case replace = "REPLACE"
    }

    let verb: Verb
    /// From behind the verb up to where it ends.
    let reader: SQLReader

    static func all(in statement: SQLStatement) -> [RowChange] {
        let tokens = statement.tokens
        return tokens.indices.compactMap { index in
            guard let verb = Verb(rawValue: statement.keyword(tokens[index])), index + 1 < tokens.count,
                index == 0 || begins(behind: tokens[index - 1], statement)
            else { return nil }
            var depth = 0
            let rest = tokens[(index + 1)...]
            let end = rest.firstIndex { token in
                if token.kind == .opening { depth += 1 }
                if token.kind == .closing { depth -= 1 }
                return depth < 0
            }
            let range =
                tokens[index].range.upperBound..<(end.map { tokens[$0].range.lowerBound } ?? statement.range.upperBound)
            return RowChange(verb: verb, reader: SQLReader(statement.text(range), statement.syntax))
        }
    }

    /// Whether such a word may begin something there: it is also a name, an event and a lock.
    private static func begins(behind token: SQLToken, _ statement: SQLStatement) -> Bool {
        switch token.kind {
        case .symbol: ![".", ","].contains(statement.text(of: token))
        case .word:
            ![
                "ON", "FOR", "KEY", "DO", "SELECT", "DISTINCT", "RETURNING", "BEFORE", "AFTER", "OF", "OR", "BY",
                "WHERE",
                "AND", "FROM", "SET", "TABLE", "INTO", "GRANT", "REVOKE",
            ].contains(statement.keyword(token))
        case .quotedName, .string, .dollarString, .bits, .number, .parameter, .opening, .closing, .semicolon,
            .lineComment, .blockComment:
            true
        }
    }
}

extension StatementLosses {
    mutating func read(_ change: RowChange) {
        var reader = change.reader
        switch change.verb {
        case .delete: delete(&reader)
        case .update: update(&reader)
        case .truncate: truncate(&reader)
        case .merge: merge(&reader)
        case .insert: insert(&reader, replaces: false)
        case .replace: insert(&reader, replaces: true)
        }
    }

    private mutating func fire(_ event: String, _ table: [String]) {
        for routine in state.fired(by: event, on: table) { run(routine) }
    }

    private mutating func addRows(_ table: [String], _ syntax: SQLSyntax, _ message: String = "deletes all rows") {
        add(Self.address("rows", state.original(table), syntax), message)
    }

    private mutating func delete(_ reader: inout SQLReader) {
        guard reader.skip("FROM") else { return }
        reader.skip("ONLY")
        guard let table = reader.name() else { return }
        fire("DELETE", table)
        if !reader.hasCondition, !state.isCreated(table) { addRows(table, reader.syntax) }
    }

    private mutating func truncate(_ reader: inout SQLReader) {
        reader.skip("TABLE")
        let tables = reader.names()
        let cascades = reader.skip(behind: "CASCADE")
        for table in tables {
            fire("TRUNCATE", table)
            if cascades {
                addRows(table, reader.syntax, "deletes all rows, and those of all tables that refer to it")
            } else if !state.isCreated(table) {
                addRows(table, reader.syntax)
            }
        }
    }

    private mutating func update(_ reader: inout SQLReader) {
        if reader.skip("OR") { _ = reader.word() }
        reader.skip("ONLY")
        guard reader.keyword != "SET", let table = reader.name(), reader.skip(behind: "SET") else { return }
        fire("UPDATE", table)
        if !reader.hasCondition { addColumns(set: &reader, of: table, "gives every row another value") }
    }

    /// What a `MERGE` matches is up to its conditions, of which a statement's words tell nothing.
    private mutating func merge(_ reader: inout SQLReader) {
        reader.skip("INTO")
        reader.skip("ONLY")
        guard let table = reader.name() else { return }
        for event in ["INSERT", "UPDATE", "DELETE"] { fire(event, table) }
        while reader.skip(behind: "THEN") {
            if reader.isAt("DELETE"), !state.isCreated(table) {
                addRows(table, reader.syntax, "deletes the rows that match")
            }
            if reader.skip("UPDATE", "SET") {
                var set = reader
                addColumns(set: &set, of: table, "gives the rows that match another value")
            }
        }
    }

    /// Rows that are named one by one lose what the statement says; those of a query may be all.
    private mutating func insert(_ reader: inout SQLReader, replaces: Bool) {
        var replaces = replaces
        if reader.skip("OR") { replaces = reader.word() == "REPLACE" }
        guard reader.skip("INTO"), let table = reader.name() else { return }
        fire("INSERT", table)
        var look = reader
        let isQuery = !look.skip(behind: "VALUES") && !look.skip("DEFAULT", "VALUES")
        guard isQuery, !state.isCreated(table) else { return }
        if replaces { addRows(table, reader.syntax, "deletes the rows that have the keys of new ones") }
        guard reader.skip(behind: "CONFLICT"), reader.skip(behind: "DO"), reader.skip("UPDATE", "SET") else { return }
        fire("UPDATE", table)
        if !reader.hasCondition { addColumns(set: &reader, of: table, "gives the rows that are there another value") }
    }

    /// The columns that get another value, but those that the section has added.
    private mutating func addColumns(set reader: inout SQLReader, of table: [String], _ message: String) {
        guard !state.isCreated(table) else { return }
        var columns: [String] = []
        repeat {
            if let list = reader.parenthesis() {
                columns += list.compactMap { reader.name(of: $0) }
            } else if let name = reader.name()?.last, !Self.keeps(name, reader) {
                columns.append(name)
            }
        } while reader.skipPastAssignment()
        for name in columns where !state.isAdded(name, to: table) {
            let path = state.original(name, of: table)
            add(Self.address("column", path, reader.syntax, width: 2), message)
        }
    }

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
    /// Moves behind the next comma of a `SET`; false at its end.
    fileprivate mutating func skipPastAssignment() -> Bool {
        while !isAtEnd, !isAt("FROM"), !isAt("WHEN", "MATCHED"), !isAt("WHEN", "NOT"), !isAt("RETURNING") {
            if parenthesis() != nil { continue }
            if skip(symbol: ",") { return true }
            _ = next()
        }
        return false
    }
}
