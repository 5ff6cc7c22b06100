import AutogenSQLText
import AutogenSchema

/// What a single statement takes away, by its words alone, and what it runs that is written in the script.
///
/// `DROP` of what holds values, `TRUNCATE`, `DELETE` and `UPDATE` that no condition narrows, wherever they stand in a
/// statement; not what is told by the database alone, such as which columns go with a type.
struct StatementLosses {
    struct Loss {
        let object: Address
        let message: String
        var cascades = false
    }

    /// What was found in one statement.
    struct Found {
        let losses: [Loss]
        /// The statements of blocks and functions that it runs.
        let ran: [SQLStatement]

        /// - Parameters:
        ///   - isExplained: whether a comment of autogen's over it says what becomes of values.
        ///   - state: what the statements before it have made.
        init(_ statement: SQLStatement, isExplained: Bool, after state: SectionState) {
            var reading = StatementLosses(state)
            reading.read(statement, isExplained: isExplained)
            losses = reading.losses
            ran = reading.ran
        }
    }

    let state: SectionState
    private(set) var losses: [Loss] = []
    private(set) var ran: [SQLStatement] = []
    private var called: Set<[String]> = []

    private init(_ state: SectionState) { self.state = state }

    private mutating func read(_ statement: SQLStatement, isExplained: Bool) {
        var reader = statement.reader
        switch reader.word() {
        case "DROP": drop(&reader)
        case "ALTER":
            alteration(reader, isExplained: isExplained)
            if reader.isAt("TABLE") { readCalls(statement) }
        case "DO":
            let body = CodeBody(block: statement)
            if body.isReadable { run(body, of: ["block"]) } else { add(untold(["block"])) }
        case "CREATE": if Self.runsQuery(statement) { readRows(statement) }
        case "EXPLAIN":
            if statement.words.contains("ANALYZE") || statement.words.contains("ANALYSE") { readRows(statement) }
        case "COMMENT", "GRANT", "REVOKE", "SECURITY", "SET", "RESET", "LOCK", "EXECUTE": break
        default: readRows(statement)
        }
    }

    mutating func add(_ loss: Loss) { losses.append(loss) }

    mutating func add(_ object: Address, _ message: String) { add(Loss(object: object, message: message)) }

    /// A name is given the schema that goes without saying.
    static func address(_ kind: String, _ path: [String], _ syntax: SQLSyntax, width: Int = 1) -> Address {
        let schema = path.count == width ? syntax.impliedSchema.map { [$0] } ?? [] : []
        return Address(kind: kind, path: schema + path)
    }

    /// Text that is made while it runs.
    private func untold(_ path: [String]) -> Loss {
        Loss(
            object: Address(kind: "code", path: path),
            message: "may lose anything, since what it runs can't be read here")
    }

    /// Whether a `CREATE` runs something: it fills a table, or computes the keys of an index.
    private static func runsQuery(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        _ = reader.word()
        while modifiers.contains(reader.keyword) { _ = reader.word() }
        switch reader.word() {
        case "TABLE", "MATERIALIZED": return reader.skip(behind: "AS")
        case "INDEX": return true
        default: return false
        }
    }

    private static let modifiers: Set<String> = ["GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "UNIQUE"]
}

extension StatementLosses {
    private mutating func readRows(_ statement: SQLStatement) {
        for change in RowChange.all(in: statement) { read(change) }
        readCalls(statement)
    }

    /// What runs in functions that the section has made.
    private mutating func readCalls(_ statement: SQLStatement) {
        guard state.code.hasRoutines else { return }
        let tokens = statement.tokens
        for index in tokens.indices.dropLast() where tokens[index + 1].kind == .opening {
            guard let name = statement.reader.name(of: tokens[index]) else { continue }
            var start = index
            while start > 1, statement.text(of: tokens[start - 1]) == "." { start -= 2 }
            // A table with its columns.
            let before = start > 0 ? statement.keyword(tokens[start - 1]) : ""
            guard !["INTO", "REFERENCES", "TABLE", "EXISTS", "VIEW"].contains(before) else { continue }
            for routine in state.code.routines(name) { run(routine) }
        }
    }

    /// Each once, since functions may call one another.
    mutating func run(_ routine: SectionCode.Routine) {
        guard called.insert(routine.path).inserted else { return }
        if routine.body.isReadable { run(routine.body, of: routine.path) } else { add(untold(routine.path)) }
    }

    private mutating func run(_ body: CodeBody, of path: [String]) {
        for statement in body.statements {
            ran.append(statement)
            read(statement, isExplained: false)
            readCalls(statement)
            readTexts(statement, of: path)
        }
    }

    /// `EXECUTE 'DROP TABLE a'` in a block; a text that is put together tells nothing.
    private mutating func readTexts(_ statement: SQLStatement, of path: [String]) {
        let tokens = statement.tokens
        for index in tokens.indices where statement.keyword(tokens[index]) == "EXECUTE" {
            // A trigger's function, and the privilege of the name.
            guard index + 1 < tokens.endIndex,
                !["FUNCTION", "PROCEDURE", "ON"].contains(statement.keyword(tokens[index + 1]))
            else { continue }
            let text = tokens[index + 1]
            let end = index + 2 < tokens.endIndex ? statement.keyword(tokens[index + 2]) : "INTO"
            guard text.kind == .string || text.kind == .dollarString, ["INTO", "USING", "LOOP"].contains(end) else {
                add(untold(path))
                continue
            }
            for inner in SQLStatement.all(in: text.value(in: statement.source), statement.syntax) {
                ran.append(inner)
                read(inner, isExplained: false)
            }
        }
    }
}

extension StatementLosses {
    private mutating func drop(_ reader: inout SQLReader) {
        let syntax = reader.syntax
        let word = reader.word()
        switch word {
        case "TABLE":
            for table in reader.names() where !state.isCreated(table) && !state.areRowsKept(of: table) {
                add(Self.address("table", state.original(table), syntax), "drops the table with its rows")
            }
        case "SEQUENCE":
            for name in reader.names() {
                add(Address(kind: "sequence", path: name), "drops the sequence with its last value")
            }
        case "EXTENSION":
            let names = reader.names()
            let cascades = reader.skip(behind: "CASCADE")
            for name in names {
                let message = cascades ? Self.takesAlong : "drops the extension with its types"
                add(Loss(object: Address(kind: "extension", path: name), message: message, cascades: cascades))
            }
        case "OWNED":
            guard reader.skip("BY") else { return }
            for name in reader.names() {
                add(Address(kind: "owner", path: name), "drops everything that the role owns")
            }
        case "DATABASE":
            for name in reader.names() { add(Address(kind: "database", path: name), "drops the database") }
        case "ACCESS", "OPERATOR":
            let more = ["METHOD", "CLASS", "FAMILY"].contains(reader.keyword) ? " \(reader.word())" : ""
            cascading((word + more).lowercased(), &reader)
        case "SCHEMA", "TYPE", "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "COLLATION", "CAST", "LANGUAGE":
            cascading(word.lowercased(), &reader)
        // A domain is a type to who names it.
        case "DOMAIN": cascading("type", &reader)
        default: return
        }
    }

    private static let takesAlong = "drops it with everything that depends on it"

    /// What goes with all that depends on it, columns too; without `CASCADE` nothing does.
    private mutating func cascading(_ kind: String, _ reader: inout SQLReader) {
        var names = reader.names()
        guard reader.skip(behind: "CASCADE") else { return }
        // An operator and a cast have no name of their own.
        if names.isEmpty { names = [[kind]] }
        for name in names {
            add(Loss(object: Address(kind: kind, path: name), message: Self.takesAlong, cascades: true))
        }
    }

    private mutating func alteration(_ reader: SQLReader, isExplained: Bool) {
        var reader = reader
        let syntax = reader.syntax
        if reader.skip("TYPE") {
            guard let type = reader.name() else { return }
            for clause in reader.actions() {
                guard let name = Self.dropped("ATTRIBUTE", clause) else { continue }
                add(Address(kind: "attribute", path: type + [name]), "drops the attribute with its values")
            }
            return
        }
        guard reader.skipTableHead(), let table = reader.name(), !state.isCreated(table) else { return }
        func column(_ name: String) -> Address {
            Self.address("column", state.original(name, of: table), syntax, width: 2)
        }
        for clause in reader.actions() {
            if let name = Self.dropped("COLUMN", clause) {
                if !state.isAdded(name, to: table) { add(column(name), "drops the column with its values") }
            } else if let retyping = ColumnRetyping(clause), !state.isAdded(retyping.column, to: table) {
                guard retyping.computes, !(isExplained && retyping.onlyCasts) else { continue }
                add(column(retyping.column), "makes other values of its values, by what stands behind USING")
            }
        }
    }

    /// The name behind `DROP [COLUMN] [IF EXISTS]` in a clause of an `ALTER`.
    private static func dropped(_ word: String, _ clause: SQLReader) -> String? {
        var clause = clause
        guard clause.skip("DROP"), !clause.isConstraint || clause.keyword == "NOT" else { return nil }
        guard clause.skip(word) || word == "COLUMN" else { return nil }
        clause.skip("IF", "EXISTS")
        return clause.name()?.last
    }
}

/// `ALTER [COLUMN] c [SET DATA] TYPE t USING ...`
private struct ColumnRetyping {
    let column: String
    /// Whether an expression makes the new values.
    let computes: Bool
    /// Whether it does no more than read the old ones as another type.
    let onlyCasts: Bool

    init?(_ clause: SQLReader) {
        var clause = clause
        guard clause.skip("ALTER") else { return nil }
        clause.skip("COLUMN")
        guard let column = clause.name()?.last else { return nil }
        clause.skip("SET", "DATA")
        guard clause.skip("TYPE") else { return nil }
        self.column = column
        while !clause.isAtEnd, !clause.isAt(symbol: ","), !clause.isAt("USING") {
            if clause.parenthesis() == nil { _ = clause.next() }
        }
        computes = clause.skip("USING")
        onlyCasts = computes && clause.name() == [column] && Self.areCasts(clause)
    }

    /// `::text::mood`, `AT TIME ZONE 'UTC'`
    private static func areCasts(_ reader: SQLReader) -> Bool {
        var reader = reader
        if reader.skip("AT", "TIME", "ZONE") {
            _ = reader.next()
            return reader.isAtEnd || reader.isAt(symbol: ",")
        }
        guard reader.isAt(symbol: "::") else { return false }
        while let token = reader.peek, !reader.isAt(symbol: ",") {
            if reader.parenthesis() != nil { continue }
            switch token.kind {
            case .quotedName, .number: break
            case .word: if operators.contains(reader.keyword) { return false }
            case .symbol: if !["::", "[", "]", "[]", "."].contains(reader.text(of: token)) { return false }
            case .string, .dollarString, .bits, .parameter, .opening, .closing, .semicolon, .lineComment, .blockComment:
                return false
            }
            _ = reader.next()
        }
        return true
    }

    private static let operators: Set<String> = [
        "AND", "OR", "NOT", "IS", "ISNULL", "NOTNULL", "IN", "LIKE", "ILIKE", "SIMILAR", "BETWEEN", "OVERLAPS", "AT",
    ]
}
