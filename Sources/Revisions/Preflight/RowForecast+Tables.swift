import AutogenSQLText
import AutogenSchema

extension RowForecast {
    mutating func read(_ statement: SQLStatement) {
        if NameSearch.changes(statement) { forgetUnqualified("changes where names are looked for") }
        var reader = statement.reader
        switch reader.word() {
        case "CREATE": create(&reader, statement)
        case "ALTER": alter(&reader, statement)
        case "DROP": drop(&reader)
        case "INSERT": insert(&reader, statement)
        case "UPDATE": update(&reader, statement)
        case "DELETE": delete(&reader, statement)
        case "TRUNCATE": truncate(&reader)
        case "REPLACE", "MERGE", "COPY", "WITH": forgetChanged(statement)
        case "SELECT", "VALUES", "TABLE":
            forgetChanged(statement)
            if Self.callsOthers(statement) { forgetAll("calls code that may change anything") }
        case "DO", "CALL", "EXECUTE", "PERFORM": run(statement)
        default: break
        }
    }

    private mutating func create(_ reader: inout SQLReader, _ statement: SQLStatement) {
        var isTemporary = false
        var isUnique = false
        while ["GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "UNIQUE", "OR", "REPLACE"].contains(reader.keyword) {
            let word = reader.word()
            if word.hasPrefix("TEMP") { isTemporary = true }
            if word == "UNIQUE" { isUnique = true }
        }
        switch reader.word() {
        case "TABLE": createTable(&reader, isTemporary: isTemporary)
        case "INDEX": if isUnique { createUniqueIndex(&reader) }
        case "TYPE":
            guard let name = reader.name() else { return }
            let labels = reader.skip("AS", "ENUM") ? reader.parenthesis() : nil
            make(type: name, labels: labels?.filter { $0.kind == .string }.map(reader.text(of:)) ?? [])
        case "DOMAIN": if let name = reader.name() { make(type: name) }
        default: return
        }
    }

    private mutating func createTable(_ reader: inout SQLReader, isTemporary: Bool) {
        let isConditional = reader.skip("IF", "NOT", "EXISTS")
        guard let name = reader.name() else { return }
        if isConditional, table(name) != nil { return }
        let path = isTemporary && name.count == 1 ? [dialect.syntax.temporarySchema] + name : name
        var table = Table(path: path, rows: .nothing)
        table.made = TableText(reader)
        table.isTemporary = path.count == 2 && path.first == dialect.syntax.temporarySchema
        if reader.skip(behind: "AS"),
            ["SELECT", "WITH", "VALUES", "TABLE", "EXECUTE"].contains(reader.keyword)
                || reader.isAt(symbol: "(")
        {
            table.rows = .unknown("\(place.text) fills it with a query")
        }
        put(table)
    }

    private mutating func createUniqueIndex(_ reader: inout SQLReader) {
        reader.skip("CONCURRENTLY")
        reader.skip("IF", "NOT", "EXISTS")
        var named = reader
        if named.name() != nil { reader = named }
        guard reader.skip("ON") else { return }
        reader.skip("ONLY")
        guard let path = reader.name() else { return }
        if reader.skip("USING") { _ = reader.name() }
        guard let list = reader.parenthesis(), let table = table(path) else { return }
        let keys = IndexKey.all(in: list, reader).map(\.text)
        if reader.skip("INCLUDE") { _ = reader.parenthesis() }
        let nullsAreEqual = reader.skip("NULLS", "NOT", "DISTINCT")
        let condition = reader.skip(behind: "WHERE") ? reader.text(of: reader.rest) : nil
        askUnique(table, keys: keys, nullsAreEqual: nullsAreEqual, where: condition)
    }

    private mutating func drop(_ reader: inout SQLReader) {
        reader.skip("FOREIGN")
        switch reader.word() {
        case "TABLE": for name in reader.names() { remove(name) }
        default: return
        }
    }

    private mutating func alter(_ reader: inout SQLReader, _ statement: SQLStatement) {
        reader.skip("FOREIGN")
        if reader.isAt("SCHEMA") { return forgetAll("renames a schema") }
        if reader.skip("DOMAIN") { return alterDomain(&reader) }
        guard reader.skipTableHead(), let name = reader.name(), table(name) != nil else { return }
        // PostgreSQL does first what goes, then the types, the columns that come, and last what all rows must satisfy.
        let clauses = reader.actions().map { (pass: Self.pass($0), reader: $0) }
        var path = name
        for pass in 0...4 {
            for clause in clauses where clause.pass == pass {
                var reader = clause.reader
                alterTable(&path, &reader, statement)
            }
        }
    }

    private static func pass(_ clause: SQLReader) -> Int {
        var clause = clause
        switch clause.word() {
        case "DROP": return 0
        case "ALTER":
            clause.skip("COLUMN")
            _ = clause.name()
            return clause.isAt("TYPE") || clause.isAt("SET", "DATA") ? 1 : 3
        case "ADD": return clause.isConstraint && clause.keyword != "COLUMN" ? 4 : 2
        default: return 4
        }
    }

    private mutating func alterTable(_ path: inout [String], _ clause: inout SQLReader, _ statement: SQLStatement) {
        switch clause.word() {
        case "RENAME": renamePart(&path, &clause)
        case "SET":
            guard clause.skip("SCHEMA"), let schema = clause.name() else { return }
            let new = schema + path.suffix(1)
            rename(path, to: new)
            path = new
        case "DROP":
            guard !clause.isConstraint else { return }
            clause.skip("COLUMN")
            clause.skip("IF", "EXISTS")
            guard let column = clause.name()?.last.map(kept(in: path)) else { return }
            change(path) { $0.drop(column) }
        case "ADD": addPart(path, &clause)
        case "VALIDATE": validate(path, &clause)
        case "ALTER":
            clause.skip("COLUMN")
            guard let column = clause.name()?.last.map(kept(in: path)), let table = table(path) else { return }
            if clause.skip("SET", "NOT", "NULL") {
                askNotNull(table, column)
            } else {
                clause.skip("SET", "DATA")
                if clause.skip("TYPE") { retype(path, column, &clause, statement) }
            }
        case "ATTACH":
            guard clause.skip("PARTITION"), let child = clause.name() else { return }
            grow(path, by: child)
        case "DETACH": forget(path, "takes rows out of it")
        case "INHERIT": if let parent = clause.name() { grow(parent, by: path) }
        case "NO": if clause.skip("INHERIT"), let parent = clause.name() { forget(parent, "takes rows out of it") }
        default: return
        }
    }

    /// The rows of one are those of the other, too, from here on.
    private mutating func grow(_ parent: [String], by child: [String]) {
        guard var table = table(parent) else { return }
        if case .nothing? = self.table(child)?.rows { return }
        if case .nothing = table.rows {
            table.rows = .unknown("\(place.text) brings the rows of \(SQL.shown(child))")
        } else {
            table.growth = place
        }
        put(table)
    }

    private mutating func renamePart(_ path: inout [String], _ clause: inout SQLReader) {
        if clause.skip("TO") {
            guard let name = clause.name() else { return }
            let new = path.dropLast() + name.suffix(1)
            rename(path, to: Array(new))
            path = Array(new)
        } else if clause.skip("CONSTRAINT") {
            guard let old = clause.name()?.last, clause.skip("TO"), let new = clause.name()?.last,
                var table = table(path)
            else { return }
            table.unvalidated[new] =
                table.unvalidated.removeValue(forKey: old) ?? Self.unvalidated(old, of: table, dialect)
            put(table)
        } else {
            clause.skip("COLUMN")
            guard let old = clause.name()?.last.map(kept(in: path)), clause.skip("TO"), let new = clause.name()?.last
            else { return }
            change(path) { $0.rename(old, to: new) }
        }
    }

    private mutating func addPart(_ path: [String], _ clause: inout SQLReader) {
        if clause.isConstraint {
            guard let constraint = ConstraintText(&clause), var table = table(path) else { return }
            guard constraint.isForNewRows else { return askAll(of: constraint, table) }
            settle()
            if let name = constraint.name { table.unvalidated[name] = constraint }
            return put(table)
        }
        clause.skip("COLUMN")
        if clause.skip("IF", "NOT", "EXISTS"), let name = clause.peek.flatMap({ clause.name(of: $0) }),
            hasColumn(name, path)
        {
            return
        }
        guard let column = ColumnText(&clause) else { return }
        addColumn(column, to: path)
    }

    private mutating func addColumn(_ column: ColumnText, to path: [String]) {
        let isSupplied = column.value != nil || column.generated != nil || column.isIdentity
        if let expression = column.generated, let table = table(path) {
            askConversion(table, column.name, type: column.type, SQL(raw: expression), isCast: false)
        }
        var value: SQL = "NULL"
        if let text = column.generated ?? column.value { value = .enclosed(text) }
        if column.isIdentity { value = "row_number() OVER ()" }
        if isPostgres, !column.isIdentity, labels(of: typeName(column.type)) == nil {
            value = "CAST(\(value) AS \(raw: column.type))"
        }
        let final = value
        change(path) { $0.add(column.name, final) }
        guard let table = table(path) else { return }
        if column.isNotNull, !isSupplied {
            return askRows(.noValue(column: column.name), of: table) { _ in "true" }
        }
        for constraint in column.constraints { askAll(of: constraint, table) }
    }

    private mutating func hasColumn(_ name: String, _ path: [String]) -> Bool {
        guard case .source(let source) = table(path)?.rows else { return false }
        return source.columns.contains { dialect.syntax.key(of: $0) == dialect.syntax.key(of: name) }
    }

    /// The name of a column as the table has it, where only the case of its letters differs.
    mutating func kept(in path: [String]) -> (String) -> String {
        guard case .source(let source) = table(path)?.rows else { return { $0 } }
        let syntax = dialect.syntax
        return { name in source.columns.first { syntax.key(of: $0) == syntax.key(of: name) } ?? name }
    }

    private func typeName(_ type: String) -> [String] {
        var reader = SQLReader(type, dialect.syntax)
        return reader.name() ?? []
    }

    private mutating func validate(_ path: [String], _ clause: inout SQLReader) {
        guard clause.skip("CONSTRAINT"), let name = clause.name()?.last, let table = table(path) else { return }
        guard let constraint = table.unvalidated[name] ?? Self.unvalidated(name, of: table, dialect) else { return }
        askAll(of: constraint, table)
    }

    private static func unvalidated(_ name: String, of table: Table, _ dialect: Dialect) -> ConstraintText? {
        guard let text = table.facts?.unvalidated[name] else { return nil }
        var reader = SQLReader(text, dialect.syntax)
        var constraint = ConstraintText(&reader)
        constraint?.name = name
        return constraint
    }

    private mutating func alterDomain(_ reader: inout SQLReader) {
        guard let domain = reader.name() else { return }
        let isNotNull = reader.skip("SET", "NOT", "NULL")
        var check: ConstraintText?
        if !isNotNull {
            guard reader.skip("ADD"), let constraint = ConstraintText(&reader), !constraint.isForNewRows else { return }
            check = constraint
        }
        settle()
        for place in domainColumns(domain) {
            guard let table = table(place.table) else { continue }
            if isNotNull {
                askNotNull(table, place.column)
            } else if let check, case .check(let text) = check.form {
                let name = check.name ?? "\(domain.last ?? "")_check"
                askRows(.broken(constraint: "\(name): \(text.oneLine)"), of: table) { source in
                    let value: SQL = "\(name: source.alias).\(name: place.column)"
                    return "NOT \(SQL.enclosed(Self.replacingValue(in: text, by: value.text)))"
                }
            }
        }
    }

    /// The condition of a domain for what is in a column.
    static func replacingValue(in text: String, by column: String) -> String {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var result: [UInt8] = []
        var copied = 0
        while let token = lexer.next() {
            guard token.isWord("value", in: bytes) else { continue }
            result += bytes[copied..<token.range.lowerBound] + Array(column.utf8)
            copied = token.range.upperBound
        }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }
}
