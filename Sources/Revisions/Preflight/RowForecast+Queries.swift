import AutogenSQLText
import AutogenSchema

/// Queries inside of statements, with the rows that tables have by then, and code that nobody can follow.
extension RowForecast {
    /// What changes rows somewhere inside of a statement.
    mutating func forgetChanged(_ statement: SQLStatement) {
        if statement.starts(with: "COPY") {
            var reader = statement.reader
            _ = reader.word()
            guard let path = reader.name(), var table = table(path) else { return }
            table.growth = place
            return put(table)
        }
        for path in RowChange.all(in: statement).compactMap(\.table) {
            changeRows(of: path, "changes its rows in a way that can't be foreseen")
        }
    }

    /// `SELECT ... INTO name`, which makes a table.
    mutating func makeSelected(_ statement: SQLStatement) {
        var reader = statement.reader
        guard reader.skip(behind: "INTO") else { return }
        for word in ["TEMPORARY", "TEMP", "UNLOGGED", "TABLE"] { reader.skip(word) }
        guard let path = reader.name() else { return }
        put(Table(path: path, rows: .unknown("\(place.text) fills it with a query")))
    }

    /// A block of code, or a call of one.
    mutating func run(_ statement: SQLStatement) {
        guard statement.starts(with: "DO") else { return forgetAll("calls code that may change anything") }
        let body = CodeBody(block: statement)
        let calls = ["EXECUTE", "PERFORM", "CALL"]
        guard body.isReadable, !body.statements.contains(where: { $0.words.contains(where: calls.contains) }) else {
            return forgetAll("runs code that may change anything")
        }
        for inner in body.statements {
            let isDemand = inner.words.contains("ALTER") || inner.words.contains("UNIQUE")
            if isDemand { add(nil, of: [], .none("a block of code changes tables")) }
            forgetChanged(inner)
            for path in TableEvent.events(of: inner).flatMap(\.tables) { forget(path, "changes it in a block") }
        }
    }

    /// Whether it calls what is neither the server's own nor a word of the language.
    static func callsOthers(_ statement: SQLStatement) -> Bool {
        let tokens = statement.tokens
        return tokens.indices.dropLast().contains { index in
            guard tokens[index + 1].kind == .opening, let name = statement.reader.name(of: tokens[index]) else {
                return false
            }
            let isQualified = index > 1 && statement.text(of: tokens[index - 1]) == "."
            if isQualified { return statement.reader.name(of: tokens[index - 2]) != "pg_catalog" }
            return tokens[index].kind == .quotedName || !harmless.contains(name.lowercased())
        }
    }

    static let harmless: Set<String> = [
        "and", "as", "avg", "by", "cast", "coalesce", "count", "current_setting", "currval", "exists", "filter", "from",
        "in", "max", "min", "nextval", "not", "now", "nullif", "or", "over", "pg_get_serial_sequence", "select",
        "set_config", "setval", "sum", "values", "when", "where",
    ]

    /// The text of a part of a statement with the rows that tables have by then; `nil` where nobody knows them.
    mutating func resolved(_ tokens: ArraySlice<SQLToken>, of statement: SQLStatement) -> SQL? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        guard reason(against: [statement.text(first.range.lowerBound..<last.range.upperBound)], nil) == nil else {
            return nil
        }
        var text = ""
        var copied = first.range.lowerBound
        var index = tokens.startIndex
        var depth = 0
        /// The depths at which a query has begun, and those of whose list of tables we are in.
        var queries: Set<Int> = []
        var lists: Set<Int> = []
        while index < tokens.endIndex {
            let token = tokens[index]
            let word = statement.keyword(token)
            index += 1
            switch token.kind {
            case .opening: depth += 1
            case .closing:
                queries.remove(depth)
                lists.remove(depth)
                depth -= 1
            default: break
            }
            if word == "SELECT" { queries.insert(depth) }
            // Which table it is can't be told by one name behind it.
            if word == "TABLE" || word == "LATERAL" { return nil }
            if ["WHERE", "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "HAVING"].contains(word) {
                lists.remove(depth)
            }
            let isComma = token.kind == .symbol && statement.text(of: token) == "," && lists.contains(depth)
            let begins = word == "FROM" && queries.contains(depth) || word == "JOIN" || isComma
            guard begins, index < tokens.endIndex else { continue }
            lists.insert(depth)
            if tokens[index].kind == .opening { continue }
            let only = index
            if statement.keyword(tokens[index]) == "ONLY" { index += 1 }
            let isAlone = index > only
            guard index < tokens.endIndex, tokens[index].kind != .opening else { return nil }
            var end = index
            while end + 2 < tokens.endIndex, statement.text(of: tokens[end + 1]) == "." { end += 2 }
            let path = stride(from: index, through: end, by: 2).compactMap { statement.reader.name(of: tokens[$0]) }
            guard !path.isEmpty else { continue }
            // A function that has rows.
            if end + 1 < tokens.endIndex, tokens[end + 1].kind == .opening { continue }
            guard let changed = tables[lookUpKey(path)] else {
                // A view may show rows of a table that are not what they were.
                if table(path) == nil, !tables.isEmpty { return nil }
                continue
            }
            guard case .source(let source) = changed.rows, changed.growth == nil, changed.hidden.isEmpty else {
                return nil
            }
            // Of changed rows nobody knows whose they are.
            if isAlone, !source.isTable, changed.facts?.isInherited == true { return nil }
            let relation = isAlone ? source.alone.relation : source.relation
            text += statement.text(copied..<tokens[only].range.lowerBound) + relation.text
            let next = end + 1 < tokens.endIndex ? tokens[end + 1] : nil
            let isNamed = next.map { statement.keyword($0) == "AS" || Self.isAlias($0, statement) } ?? false
            if !isNamed { text += (" AS \(name: path.last ?? "")" as SQL).text }
            copied = tokens[end].range.upperBound
            index = end + 1
        }
        text += statement.text(copied..<last.range.upperBound)
        return SQL(raw: text)
    }

    static func isAlias(_ token: SQLToken, _ statement: SQLStatement) -> Bool {
        switch token.kind {
        case .quotedName: true
        case .word: !clauses.contains(statement.keyword(token))
        case .string, .dollarString, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment,
            .blockComment:
            false
        }
    }

    static let clauses: Set<String> = [
        "CROSS", "EXCEPT", "FETCH", "FOR", "FULL", "GROUP", "HAVING", "INNER", "INTERSECT", "JOIN", "LEFT", "LIMIT",
        "NATURAL", "OFFSET", "ON", "ORDER", "RETURNING", "RIGHT", "UNION", "USING", "WHERE", "WINDOW",
    ]
}

extension TableEvent {
    /// The tables that are not what they were.
    var tables: [[String]] {
        switch self {
        case .create(let table), .drop(let table), .add(let table, _), .dropColumn(let table, _),
            .renameColumn(let table, _, _):
            [table]
        case .rename(let table, let new): [table, new]
        case .copy(_, let table), .attach(_, let table): [table]
        case .renameSchemas: []
        }
    }
}

extension RowChange {
    /// The table whose rows change, or the first of several.
    var table: [String]? {
        var reader = reader
        if reader.skip("OR") { _ = reader.word() }
        _ = reader.skip("INTO") || reader.skip("FROM") || reader.skip("TABLE")
        reader.skip("ONLY")
        return reader.name()
    }
}
