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
        case "SET", "RESET": set(&reader)
        case "REFRESH":
            if let name = statement.reader.rest.last.flatMap({ statement.reader.name(of: $0) }) {
                change(word: name, "fills it")
            }
        case "SELECT", "VALUES", "TABLE":
            makeSelected(statement)
            forgetChanged(statement)
            if Self.callsOthers(statement) { forgetAll("calls code that may change anything") }
        case "DO", "CALL", "EXECUTE", "PERFORM": run(statement)
        default: break
        }
    }

    /// A setting may decide what a value is read as.
    private mutating func set(_ reader: inout SQLReader) {
        _ = reader.skip("LOCAL") || reader.skip("SESSION")
        let name = reader.keyword
        let harmless: Set<String> = [
            "AUTHORIZATION", "CHECK_FUNCTION_BODIES", "CLIENT_ENCODING", "CLIENT_MIN_MESSAGES", "CONSTRAINTS",
            "DEFAULT_TABLE_ACCESS_METHOD", "DEFAULT_TABLESPACE", "IDLE_IN_TRANSACTION_SESSION_TIMEOUT", "LOCK_TIMEOUT",
            "MAINTENANCE_WORK_MEM", "ROLE", "SCHEMA", "SEARCH_PATH", "STATEMENT_TIMEOUT", "SYNCHRONOUS_COMMIT",
            "TRANSACTION", "WORK_MEM",
        ]
        if !harmless.contains(name) { forgetAll("changes a setting") }
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
        case "FUNCTION", "PROCEDURE", "AGGREGATE", "OPERATOR", "CAST", "COLLATION":
            if let name = reader.name()?.last { change(word: name, "defines it") }
        case "VIEW", "MATERIALIZED":
            reader.skip("VIEW")
            reader.skip("IF", "NOT", "EXISTS")
            if let name = reader.name()?.last { change(word: name, "defines it") }
        case "TRIGGER", "CONSTRAINT", "RULE":
            // What they do to rows from here on is up to them.
            guard reader.skip(behind: statement.starts(with: "CREATE", "RULE") ? "TO" : "ON"), let path = reader.name()
            else { return }
            setTrigger(on: path)
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
        var look = reader
        if look.skip("PARTITION", "OF"), let parent = look.name(), table(parent)?.facts?.hasDefaultPartition == true {
            add(nil, of: parent, .none("rows of the default partition may belong into \(SQL.shown(name))"))
        }
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

    mutating func createUniqueIndex(_ reader: inout SQLReader) {
        reader.skip("CONCURRENTLY")
        let isConditional = reader.skip("IF", "NOT", "EXISTS")
        var index: String?
        if !reader.isAt("ON") { index = reader.name()?.last }
        guard reader.skip("ON") else { return }
        let isAlone = reader.skip("ONLY")
        guard let path = reader.name() else { return }
        // Of a partitioned table alone nothing is built.
        if isAlone, table(path)?.facts?.isPartitioned == true { return settle() }
        if isConditional, let index, table(path)?.facts?.indexes.contains(dialect.syntax.key(of: index)) == true {
            return settle()
        }
        if reader.skip("USING") { _ = reader.name() }
        guard let list = reader.parenthesis(), let table = table(path) else { return }
        let keys = IndexKey.all(in: list, reader).map(\.text)
        if reader.skip("INCLUDE") { _ = reader.parenthesis() }
        let nullsAreEqual = reader.skip("NULLS", "NOT", "DISTINCT")
        let condition = reader.skip(behind: "WHERE") ? reader.text(of: reader.rest) : nil
        askUnique(table, keys: keys, nullsAreEqual: nullsAreEqual, where: condition)
    }

    /// What was made in the scripts gets its labels; of what was there nothing is known as it is by then.
    private mutating func alterType(_ reader: inout SQLReader) {
        guard let name = reader.name() else { return }
        let labels = labels(of: name) ?? []
        if reader.skip("RENAME", "TO"), let new = reader.name() {
            // The labels that it had are those of the new name; under the old one may come another.
            if !labels.isEmpty { make(type: new, labels: labels) }
            return change(word: new.last ?? "", "gives a type this name")
        }
        guard !labels.isEmpty else { return change(word: name.last ?? "", "alters the type") }
        if reader.skip("RENAME", "VALUE"), let old = reader.next(), reader.skip("TO"), let new = reader.next() {
            let (before, after) = (reader.text(of: old), reader.text(of: new))
            make(type: name, labels: labels.map { $0 == before ? after : $0 })
        } else if reader.skip("ADD", "VALUE") {
            reader.skip("IF", "NOT", "EXISTS")
            if let label = reader.next() { make(type: name, labels: labels + [reader.text(of: label)]) }
        } else {
            change(word: name.last ?? "", "alters the type")
        }
    }

    private mutating func setTrigger(on path: [String]) {
        guard var table = table(path) else { return }
        table.hasTriggers = true
        put(table)
    }

    private mutating func currentType(of column: String, _ table: Table) -> String? {
        switch table.rows {
        case .source(let source): source.columns.contains(column) ? source.types[column] : ""
        case .nothing, .unknown: nil
        }
    }

    private mutating func drop(_ reader: inout SQLReader) {
        reader.skip("FOREIGN")
        switch reader.word() {
        case "TABLE":
            for name in reader.names() {
                changeRelatives(of: name, "drops \(SQL.shown(name))")
                remove(name)
            }
        case "SCHEMA", "OWNED": forgetAll("drops whatever is in it")
        case "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "VIEW", "MATERIALIZED", "TYPE", "DOMAIN":
            reader.skip("VIEW")
            for name in reader.names() { change(word: name.last ?? "", "drops it") }
            if reader.skip(behind: "CASCADE") { forgetAll("drops whatever depends on it") }
        default: return
        }
    }

    private mutating func alter(_ reader: inout SQLReader, _ statement: SQLStatement) {
        reader.skip("FOREIGN")
        if reader.isAt("SCHEMA") { return forgetAll("renames a schema") }
        if reader.skip("DOMAIN") { return alterDomain(&reader) }
        if reader.skip("TYPE") { return alterType(&reader) }
        if reader.skip("FUNCTION") || reader.skip("VIEW") || reader.skip("MATERIALIZED", "VIEW") {
            if let name = reader.name()?.last { change(word: name, "alters it") }
            return
        }
        var head = reader
        head.skip("TABLE")
        head.skip("IF", "EXISTS")
        isAlone = head.isAt("ONLY")
        defer { isAlone = false }
        guard reader.skipTableHead(), let name = reader.name(), table(name) != nil else { return }
        // PostgreSQL does first what goes, then the types, the columns that come, and last what all rows must satisfy.
        let clauses = reader.actions().map { (pass: Self.pass($0), reader: $0) }
        var path = name
        for pass in 0...4 {
            if pass == 1 {
                retype(path, clauses.filter { $0.pass == 1 }.map(\.reader))
                continue
            }
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
            if clause.skip("SET", "NOT", "NULL") { askNotNull(table, column) }
        case "ATTACH":
            guard clause.skip("PARTITION"), let child = clause.name() else { return }
            if case .nothing? = table(child)?.rows { return settle() }
            add(nil, of: child, .none("whether its rows lie in the bound and fit the keys of \(SQL.shown(path))"))
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
            guard var table = table(path) else { return }
            table.renamed[old] = new
            put(table)
        }
    }

    private mutating func addPart(_ path: [String], _ clause: inout SQLReader) {
        if clause.isConstraint {
            guard let constraint = ConstraintText(&clause), var table = table(path) else { return }
            guard constraint.isForNewRows else { return askAll(of: constraint, table) }
            settle()
            table.unvalidated[constraint.name ?? Self.usualName(of: constraint, on: table)] = constraint
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
        let type = isPostgres ? typeFacts(column.type) : TypeFacts()
        let text = column.generated ?? column.value ?? type?.defaultValue
        let isSupplied = text != nil || column.isIdentity
        if let text, let table = table(path),
            column.generated != nil || type?.isDomain == true || column.type.contains("(")
        {
            // What is assigned to a column is not cut to its length, and a domain looks at it.
            askConversion(table, column.name, type: column.type, SQL(raw: text), isCast: false)
        }
        var value: SQL = text.map { .enclosed($0) } ?? "NULL"
        if column.isIdentity { value = "row_number() OVER ()" }
        let isKnown = type != nil && labels(of: typeName(column.type)) == nil
        if isPostgres, !column.isIdentity, isKnown { value = "CAST(\(value) AS \(raw: column.type))" }
        let final = value
        let generated = column.generated.map { SQL.enclosed($0) }
        change(path) { $0.add(column.name, final, type: column.type, generated: generated) }
        if !isKnown { hide(column.name, of: path, "\(place.text) gives it a type that is not there yet") }
        guard let table = table(path) else { return }
        if column.isNotNull || type?.isNotNull == true, !isSupplied {
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
        // What was written before a column got another name does not know that.
        guard table.renamed.isEmpty,
            let constraint = table.unvalidated[name] ?? Self.unvalidated(name, of: table, dialect)
        else { return add(.broken(constraint: name), of: path, .none("the constraint is not known as it is by then")) }
        askAll(of: constraint, table)
    }

    /// The name that PostgreSQL chooses, where it is free.
    private static func usualName(of constraint: ConstraintText, on table: Table) -> String {
        let name = table.path.last ?? ""
        switch constraint.form {
        case .reference(let columns, _, _, _): return ([name] + columns + ["fkey"]).joined(separator: "_")
        case .check(let text):
            guard case .source(let source) = table.rows else { return "\(name)_check" }
            var reader = SQLReader(text, .postgresql)
            var named: Set<String> = []
            while let token = reader.next() {
                if let column = reader.name(of: token), source.columns.contains(column) { named.insert(column) }
            }
            return ([name] + (named.count == 1 ? Array(named) : []) + ["check"]).joined(separator: "_")
        case .notNull, .unique, .exclusion, .indexed, .none: return name
        }
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
            if reader.skip("VALIDATE") { return add(nil, of: domain, .none("a constraint of the domain is validated")) }
            guard reader.skip("ADD"), let constraint = ConstraintText(&reader), !constraint.isForNewRows else { return }
            check = constraint
        }
        settle()
        for place in domainColumns(domain) {
            guard let table = table(place.table) else { continue }
            if let type = currentType(of: place.column, table), type != place.type { continue }
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
