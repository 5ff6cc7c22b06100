import AutogenSQLText
import AutogenSchema

extension RowForecast {
    mutating func insert(_ reader: inout SQLReader, _ statement: SQLStatement) {
        var isPlain = true
        let isForced = reader.skip("OR")
        if isForced { isPlain = ["ABORT", "FAIL", "ROLLBACK"].contains(reader.word()) }
        guard reader.skip("INTO"), let path = reader.name() else { return }
        if reader.skip("AS") { _ = reader.name() }
        let list = reader.parenthesis()?.compactMap { reader.name(of: $0) }
        if reader.skip("OVERRIDING") {
            _ = reader.word()
            reader.skip("VALUE")
        }
        var look = reader
        guard let table = table(path) else { return insertElsewhere(path) }
        // A temporary table is the script's own means, and asks nothing of rows that stay.
        if table.isTemporary { return settle() }
        guard isPlain, !look.skip(behind: "CONFLICT") else { return changeRows(of: path, "changes its rows") }
        if table.runsCode { return forgetAll("runs triggers") }
        changeRelatives(of: path, "brings rows")
        guard case .nothing = table.rows else {
            var grown = table
            grown.growth = table.growth ?? place
            put(grown)
            return askLater(table, computes: Self.computes(reader))
        }
        copy(reader, statement, into: path, list, isForced: isForced)
    }

    /// Rows come into a table that the script has made.
    mutating func copy(
        _ reader: SQLReader, _ statement: SQLStatement, into path: [String], _ list: [String]?, isForced: Bool
    ) {
        guard var table = table(path) else { return }
        var yields = false
        if !isForced { yields = table.made?.allConstraints.contains(where: \.yields) ?? false }
        guard let made = table.made, !yields, reader.isAt("SELECT"), let query = resolved(reader.rest, of: statement)
        else {
            forget(path, "fills it in a way that can't be foreseen")
            return askLater(table, computes: Self.computes(reader))
        }
        let types = selectedTypes(reader)
        var names = list ?? made.columns.filter { $0.generated == nil }.map(\.name)
        if list == nil, let count = types.count, count < names.count { names = Array(names.prefix(count)) }
        let copy = RowCopy(query: query, columns: names, table: made, types: types.types, dialect)
        table.rows = .source(copy.source(as: path.last ?? ""))
        put(table)
        // Where autogen has written the copy, it has said whether it may fail.
        guard !isExplained || isToldToFail else { return settle() }
        for column in copy.assigned {
            var given = table
            given.rows = .source(copy.given)
            askConversion(given, column.name, type: column.type, "\(name: column.name)")
        }
        for constraint in made.allConstraints {
            if case .notNull(let column) = constraint.form, made.isRowID(column), !isPostgres { continue }
            askCopied(constraint, table)
        }
        for (column, condition) in copy.misfits {
            askRows(.unfit(column: column.name, type: column.type), of: table) { _ in condition }
        }
    }

    /// Rows of which nobody knows how many come, into a table that asks something of them, or by a query that does.
    mutating func askLater(_ table: Table, computes: Bool) {
        guard let made = table.made, !isExplained || isToldToFail else { return settle() }
        let path = SQL.shown(table.path)
        if !made.allConstraints.isEmpty || made.columns.contains(where: \.isNotNull) {
            add(nil, of: table.path, .none("more rows come into \(path), which asks something of them"))
        } else if computes {
            add(
                nil, of: table.path,
                .none("the values that come into \(path) are made by a query that can't be tried before"))
        } else {
            settle()
        }
    }

    /// Whether a query makes values of others, which may fail on one of them.
    private static func computes(_ reader: SQLReader) -> Bool {
        var reader = reader
        return reader.isAt("SELECT") ? selected(&reader).contains { $0 == nil } : !reader.isAt("VALUES")
    }

    /// What a query selects, up to its `FROM`: names of columns, `*`, and `nil` for what is computed.
    private static func selected(_ reader: inout SQLReader) -> [String?] {
        reader.skip("SELECT")
        var items: [String?] = []
        repeat {
            let item = reader.tokens { $0.isAt(symbol: ",") || $0.isAt("FROM") }
            var own = SQLReader(reader.text(of: item), reader.syntax)
            let isAll = own.skip(symbol: "*")
            let name = isAll ? "*" : own.name()?.last
            // As it is called then.
            if own.skip("AS") { _ = own.name() }
            items.append(own.isAtEnd ? name : nil)
        } while reader.skip(symbol: ",")
        return items
    }

    /// Into a view, or what nobody knows.
    mutating func insertElsewhere(_ path: [String]) {
        let isOwn = path.last?.lowercased().hasPrefix("sqlite_") ?? false
        if !isOwn { forgetAll("writes through \(SQL.shown(path))") }
    }

    /// The types of the columns that a query of one table selects, in their order; `nil` for what is computed.
    mutating func selectedTypes(_ reader: SQLReader) -> (types: [RowCopy.Source?], count: Int?) {
        var reader = reader
        let names = Self.selected(&reader).map { $0 == "*" ? nil : $0 }
        let isWhole = reader.isAtEnd || reader.isAt("FROM")
        let count = isWhole && !names.contains(nil) ? names.count : nil
        guard reader.skip("FROM") else { return ([], count) }
        reader.skip("ONLY")
        guard let path = reader.name(), let table = table(path), case .source(let source) = table.rows
        else { return ([], count) }
        let isStrict = table.facts?.isStrict ?? table.made?.isStrict ?? false
        let types = names.map { name -> RowCopy.Source? in
            let own = name.flatMap { name in source.columns.first { $0.folded == name.folded } }
            return own.flatMap { source.types[$0] }.map { RowCopy.Source(type: $0, isStrict: isStrict) }
        }
        return (types, count)
    }

    mutating func update(_ reader: inout SQLReader, _ statement: SQLStatement) {
        var isPlain = true
        if reader.skip("OR") { isPlain = ["ABORT", "FAIL", "ROLLBACK"].contains(reader.word()) }
        let isAlone = reader.skip("ONLY")
        guard let path = reader.name() else { return }
        var alias = path.last ?? ""
        if !reader.isAt("SET") {
            reader.skip("AS")
            alias = reader.name()?.last ?? alias
        }
        guard isPlain, reader.skip("SET"), let table = table(path) else { return forgetChanged(statement) }
        if table.runsCode { return forgetAll("runs triggers") }
        changeRelatives(of: path, "changes rows")
        changeReferrers(of: path, "changes rows that it refers to")
        if isAlone, table.facts?.isInherited == true { return forget(path, "changes rows of it alone") }
        guard let values = assignments(&reader, statement, kept(in: path)) else {
            return forget(path, "changes its rows in a way that can't be foreseen")
        }
        for given in values where given.value == nil {
            hide(given.column, of: path, "\(place.text) gives \(given.column) its default")
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
        let known = values.compactMap { given in given.value.map { (column: given.column, value: $0) } }
        changeRows(path, alias) { $0.set(known, where: final) }
    }

    /// `a = 1, b = c, d = DEFAULT`, the last without a value; `nil` where one of them can't be told by the row.
    mutating func assignments(
        _ reader: inout SQLReader, _ statement: SQLStatement, _ kept: (String) -> String
    ) -> [(column: String, value: SQL?)]? {
        var values: [(column: String, value: SQL?)] = []
        repeat {
            // Of a composite value only a part.
            guard let name = reader.name(), name.count == 1, let column = name.last, reader.skip(symbol: "=") else {
                return nil
            }
            if reader.skip("DEFAULT") {
                values.append((kept(column), nil))
                continue
            }
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
        let isAlone = reader.skip("ONLY")
        guard let path = reader.name() else { return }
        var alias = path.last ?? ""
        if !reader.isAtEnd, !reader.isAt("WHERE"), !reader.isAt("USING"), !reader.isAt("RETURNING") {
            reader.skip("AS")
            alias = reader.name()?.last ?? alias
        }
        guard let table = table(path) else { return forgetChanged(statement) }
        if table.runsCode { return forgetAll("runs triggers") }
        changeRelatives(of: path, "deletes rows")
        changeReferrers(of: path, "deletes rows that it refers to")
        if isAlone, table.facts?.isInherited == true { return forget(path, "deletes rows of it alone") }
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
        for name in names {
            changeRelatives(of: name, "empties it")
            empty(name)
        }
    }

    mutating func empty(_ path: [String]) {
        guard var table = table(path) else { return }
        // A row that refers to another of the table may be all that keeps it.
        if case .unknown = table.rows { return }
        table.rows = .nothing
        table.growth = nil
        put(table)
    }

    mutating func changeRows(of path: [String], _ why: String) {
        changeRelatives(of: path, why)
        changeReferrers(of: path, why)
        forget(path, why)
    }

    mutating func changeRows(_ path: [String], _ alias: String, _ body: (inout ForecastRows) -> Void) {
        guard var table = table(path), case .source(var source) = table.rows else { return }
        source = source.named(alias)
        body(&source)
        table.rows = .source(source)
        put(table)
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
