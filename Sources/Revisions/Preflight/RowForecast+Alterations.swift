import AutogenSQLText
import AutogenSchema

/// What the clauses of an `ALTER TABLE` do, in the order in which the server does it.
extension RowForecast {
    mutating func alter(_ reader: inout SQLReader) {
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
                alterTable(&path, &reader)
            }
        }
    }

    static func pass(_ clause: SQLReader) -> Int {
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

    mutating func alterTable(_ path: inout [String], _ clause: inout SQLReader) {
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
    mutating func grow(_ parent: [String], by child: [String]) {
        guard var table = table(parent) else { return }
        if case .nothing? = self.table(child)?.rows { return }
        if case .nothing = table.rows {
            table.rows = .unknown("\(place.text) brings the rows of \(SQL.shown(child))")
        } else {
            table.growth = place
        }
        put(table)
    }

    mutating func renamePart(_ path: inout [String], _ clause: inout SQLReader) {
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
            // By the name that the database has.
            table.renamed[table.renamed.first { $0.value == old }?.key ?? old] = new
            put(table)
        }
    }

    mutating func addPart(_ path: [String], _ clause: inout SQLReader) {
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

    mutating func addColumn(_ column: ColumnText, to path: [String]) {
        let type = isPostgres ? typeFacts(column.type) : TypeFacts()
        let text = column.generated ?? column.value ?? type?.defaultValue
        let isSupplied = text != nil || column.isIdentity
        if let text, let table = table(path),
            column.generated != nil || type?.isDomain == true || column.type.contains("(")
        {
            // What is assigned to a column is not cut to its length, and a domain looks at it.
            askConversion(table, column.name, type: column.type, SQL(raw: text))
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

    mutating func hasColumn(_ name: String, _ path: [String]) -> Bool {
        guard case .source(let source) = table(path)?.rows else { return false }
        return source.columns.contains { dialect.syntax.key(of: $0) == dialect.syntax.key(of: name) }
    }

    /// The name of a column as the table has it, where only the case of its letters differs.
    mutating func kept(in path: [String]) -> (String) -> String {
        guard case .source(let source) = table(path)?.rows else { return { $0 } }
        let syntax = dialect.syntax
        return { name in source.columns.first { syntax.key(of: $0) == syntax.key(of: name) } ?? name }
    }

    mutating func validate(_ path: [String], _ clause: inout SQLReader) {
        guard clause.skip("CONSTRAINT"), let name = clause.name()?.last, let table = table(path) else { return }
        // What was written before a column got another name does not know that.
        guard table.renamed.isEmpty,
            let constraint = table.unvalidated[name] ?? Self.unvalidated(name, of: table, dialect)
        else { return add(.broken(constraint: name), of: path, .none("the constraint is not known as it is by then")) }
        askAll(of: constraint, table)
    }

    /// The name that PostgreSQL chooses, where it is free.
    static func usualName(of constraint: ConstraintText, on table: Table) -> String {
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

    static func unvalidated(_ name: String, of table: Table, _ dialect: Dialect) -> ConstraintText? {
        guard let text = table.facts?.unvalidated[name] else { return nil }
        var reader = SQLReader(text, dialect.syntax)
        var constraint = ConstraintText(&reader)
        constraint?.name = name
        return constraint
    }
}
