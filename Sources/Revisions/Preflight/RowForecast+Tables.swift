import AutogenSQLText
import AutogenSchema

extension RowForecast {
    mutating func read(_ statement: SQLStatement) {
        if NameSearch.changes(statement) { forgetUnqualified("changes where names are looked for") }
        var reader = statement.reader
        switch reader.word() {
        case "CREATE": create(&reader, statement)
        case "ALTER": alter(&reader)
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
    mutating func set(_ reader: inout SQLReader) {
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

    mutating func create(_ reader: inout SQLReader, _ statement: SQLStatement) {
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

    mutating func createTable(_ reader: inout SQLReader, isTemporary: Bool) {
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

    mutating func setTrigger(on path: [String]) {
        guard var table = table(path) else { return }
        table.hasTriggers = true
        put(table)
    }

    mutating func drop(_ reader: inout SQLReader) {
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

}
