import AutogenSQLText
import AutogenSchema

extension RowForecast {
    mutating func insert(_ reader: inout SQLReader, _ statement: SQLStatement) {
        var isPlain = true
        if reader.skip("OR") { isPlain = ["ABORT", "FAIL", "ROLLBACK"].contains(reader.word()) }
        guard reader.skip("INTO"), let path = reader.name() else { return }
        if reader.skip("AS") { _ = reader.name() }
        let list = reader.parenthesis()?.compactMap { reader.name(of: $0) }
        if reader.skip("OVERRIDING") {
            _ = reader.word()
            reader.skip("VALUE")
        }
        var look = reader
        guard isPlain, !look.skip(behind: "CONFLICT") else { return forget(path, "changes its rows") }
        guard var table = table(path) else { return }
        if table.facts?.hasTriggers == true { return forgetAll("runs triggers") }
        // A temporary table is the script's own means, and asks nothing of rows that stay.
        if table.isTemporary { return settle() }
        guard case .nothing = table.rows else {
            table.growth = table.growth ?? place
            return put(table)
        }
        guard let made = table.made, reader.isAt("SELECT"), let query = resolved(reader.rest, of: statement) else {
            return forget(path, "fills it in a way that can't be foreseen")
        }
        let copy = RowCopy(
            query: query, columns: list ?? made.columns.map(\.name), table: made, types: selectedTypes(reader), dialect)
        table.rows = .source(copy.source(as: path.last ?? ""))
        put(table)
        // Where autogen has written the copy, it has said whether it may fail.
        guard !isExplained || isToldToFail else { return settle() }
        for constraint in made.allConstraints { askCopied(constraint, table) }
        for (column, condition) in copy.misfits {
            askRows(.unfit(column: column.name, type: column.type), of: table) { _ in condition }
        }
    }

    /// The types of the columns that a query of one table selects, in their order; `nil` for what is computed.
    private mutating func selectedTypes(_ reader: SQLReader) -> [RowCopy.Source?] {
        var reader = reader
        reader.skip("SELECT")
        var names: [String?] = []
        repeat {
            let item = reader.tokens { $0.isAt(symbol: ",") || $0.isAt("FROM") }
            names.append(SQLReader.name(in: reader.text(of: item), reader.syntax))
        } while reader.skip(symbol: ",")
        guard reader.skip("FROM"), let path = reader.name(), let facts = table(path)?.facts else { return [] }
        return names.map { name in
            facts.columns.first { $0.name.folded == name?.folded }.map {
                .init(type: $0.type, isStrict: facts.isStrict)
            }
        }
    }

    mutating func update(_ reader: inout SQLReader, _ statement: SQLStatement) {
        var isPlain = true
        if reader.skip("OR") { isPlain = ["ABORT", "FAIL", "ROLLBACK"].contains(reader.word()) }
        reader.skip("ONLY")
        guard let path = reader.name() else { return }
        var alias = path.last ?? ""
        if !reader.isAt("SET") {
            reader.skip("AS")
            alias = reader.name()?.last ?? alias
        }
        guard isPlain, reader.skip("SET"), let table = table(path) else { return forgetChanged(statement) }
        if table.facts?.hasTriggers == true { return forgetAll("runs triggers") }
        guard let values = assignments(&reader, statement, kept(in: path)) else {
            return forget(path, "changes its rows in a way that can't be foreseen")
        }
        var condition: SQL?
        if reader.skip("WHERE") {
            let tokens = reader.tokens { $0.isAt("RETURNING") }
            guard let text = resolved(tokens, of: statement) else {
                return forget(path, "changes its rows in a way that can't be foreseen")
            }
            condition = text
        } else if !reader.isAtEnd, !reader.isAt("RETURNING") {
            return forget(path, "changes its rows by those of other tables")
        }
        let final = condition
        changeRows(path, alias) { $0.set(values, where: final) }
    }

    /// `a = 1, b = c`; `nil` where one of them can't be told by the row.
    private mutating func assignments(
        _ reader: inout SQLReader, _ statement: SQLStatement, _ kept: (String) -> String
    ) -> [(column: String, value: SQL)]? {
        var values: [(column: String, value: SQL)] = []
        repeat {
            guard let column = reader.name()?.last, reader.skip(symbol: "=") else { return nil }
            let tokens = reader.tokens { look in
                look.isAt(symbol: ",") || ["WHERE", "FROM", "RETURNING"].contains(look.keyword)
            }
            guard !tokens.isEmpty, let value = resolved(tokens, of: statement) else { return nil }
            values.append((kept(column), .enclosed(value.text)))
        } while reader.skip(symbol: ",")
        return values
    }

    mutating func delete(_ reader: inout SQLReader, _ statement: SQLStatement) {
        guard reader.skip("FROM") else { return }
        reader.skip("ONLY")
        guard let path = reader.name() else { return }
        var alias = path.last ?? ""
        if !reader.isAtEnd, !reader.isAt("WHERE"), !reader.isAt("USING"), !reader.isAt("RETURNING") {
            reader.skip("AS")
            alias = reader.name()?.last ?? alias
        }
        guard let table = table(path) else { return forgetChanged(statement) }
        if table.facts?.hasTriggers == true { return forgetAll("runs triggers") }
        for referrer in table.facts?.referrers ?? [] where referrer.table != table.facts?.path {
            forget(referrer.table, "deletes rows that it refers to")
        }
        guard reader.skip("WHERE") else {
            return reader.isAt("USING") ? forget(path, "deletes rows by those of other tables") : empty(path)
        }
        let tokens = reader.tokens { $0.isAt("RETURNING") }
        guard let condition = resolved(tokens, of: statement) else {
            return forget(path, "deletes rows in a way that can't be foreseen")
        }
        changeRows(path, alias) { $0.keep(where: "\(SQL.enclosed(condition.text)) IS NOT TRUE") }
    }

    mutating func truncate(_ reader: inout SQLReader) {
        reader.skip("TABLE")
        let names = reader.names()
        if reader.skip(behind: "CASCADE") { return forgetAll("empties all tables that refer to others") }
        for name in names { empty(name) }
    }

    private mutating func empty(_ path: [String]) {
        guard var table = table(path) else { return }
        table.rows = .nothing
        table.growth = nil
        put(table)
    }

    private mutating func changeRows(_ path: [String], _ alias: String, _ body: (inout RowSource) -> Void) {
        guard var table = table(path), case .source(var source) = table.rows else { return }
        source = source.named(alias)
        body(&source)
        table.rows = .source(source)
        put(table)
    }

    // MARK: What can't be followed

    /// What changes rows somewhere inside of a statement.
    mutating func forgetChanged(_ statement: SQLStatement) {
        if statement.starts(with: "COPY") {
            var reader = statement.reader
            _ = reader.word()
            guard let path = reader.name(), var table = table(path) else { return }
            table.growth = place
            return put(table)
        }
        for change in RowChange.all(in: statement) {
            var reader = change.reader
            if reader.skip("OR") { _ = reader.word() }
            _ = reader.skip("INTO") || reader.skip("FROM") || reader.skip("TABLE")
            reader.skip("ONLY")
            if let path = reader.name() { forget(path, "changes its rows in a way that can't be foreseen") }
        }
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

    private static let harmless: Set<String> = [
        "and", "as", "avg", "by", "cast", "coalesce", "count", "current_setting", "currval", "exists", "filter", "from",
        "in", "max", "min", "nextval", "not", "now", "nullif", "or", "over", "pg_get_serial_sequence", "select",
        "set_config", "setval", "sum", "values", "when", "where",
    ]

    /// The text of a part of a statement with the rows that tables have by then; `nil` where nobody knows them.
    mutating func resolved(_ tokens: ArraySlice<SQLToken>, of statement: SQLStatement) -> SQL? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        var text = ""
        var copied = first.range.lowerBound
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let word = statement.keyword(tokens[index])
            index += 1
            guard word == "FROM" || word == "JOIN", index < tokens.endIndex else { continue }
            var end = index
            while end + 2 < tokens.endIndex, statement.text(of: tokens[end + 1]) == "." { end += 2 }
            let path = stride(from: index, through: end, by: 2).compactMap { statement.reader.name(of: tokens[$0]) }
            guard !path.isEmpty, tokens[index].kind != .opening else { continue }
            guard let changed = tables[lookUpKey(path)] else { continue }
            guard case .source(let source) = changed.rows, changed.growth == nil else { return nil }
            text += statement.text(copied..<tokens[index].range.lowerBound) + source.relation.text
            let next = end + 1 < tokens.endIndex ? tokens[end + 1] : nil
            let isNamed = next.map { statement.keyword($0) == "AS" || Self.isAlias($0, statement) } ?? false
            if !isNamed { text += (" AS \(name: path.last ?? "")" as SQL).text }
            copied = tokens[end].range.upperBound
            index = end + 1
        }
        text += statement.text(copied..<last.range.upperBound)
        return SQL(raw: text)
    }

    private static func isAlias(_ token: SQLToken, _ statement: SQLStatement) -> Bool {
        switch token.kind {
        case .quotedName: true
        case .word: !clauses.contains(statement.keyword(token))
        case .string, .dollarString, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment,
            .blockComment:
            false
        }
    }

    private static let clauses: Set<String> = [
        "CROSS", "EXCEPT", "FETCH", "FOR", "FULL", "GROUP", "HAVING", "INNER", "INTERSECT", "JOIN", "LEFT", "LIMIT",
        "NATURAL", "OFFSET", "ON", "ORDER", "RETURNING", "RIGHT", "UNION", "USING", "WHERE", "WINDOW",
    ]
}

extension TableEvent {
    /// The tables that are not what they were.
    fileprivate var tables: [[String]] {
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

extension SQLReader {
    /// The name that a text is; `nil` where it is more than a name.
    static func name(in text: String, _ syntax: SQLSyntax) -> String? {
        var reader = SQLReader(text, syntax)
        let name = reader.name()?.last
        return reader.isAtEnd ? name : nil
    }
}
