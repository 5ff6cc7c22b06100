import AutogenSQLText
import AutogenSchema

/// The statements in the body of a `DO` block, a function or a trigger.
struct CodeBody {
    let statements: [SQLStatement]
    /// False where it is in a language whose words say nothing here.
    let isReadable: Bool

    private init(_ text: String, _ syntax: SQLSyntax, isReadable: Bool = true) {
        statements = isReadable ? SQLStatement.all(in: text, syntax).flatMap(Self.parts) : []
        self.isReadable = isReadable
    }

    /// Of a `DO`.
    init(block statement: SQLStatement) {
        let text = statement.tokens.first { $0.kind == .dollarString || $0.kind == .string }
        self.init(
            text?.value(in: statement.source) ?? "", .postgresql, isReadable: Self.isReadable(statement))
    }

    /// Of a `CREATE FUNCTION` or `CREATE PROCEDURE`.
    init(routine statement: SQLStatement) {
        let tokens = statement.tokens
        let isReadable = Self.isReadable(statement)
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            switch statement.keyword(token) {
            case "AS":
                guard let next, next.kind == .dollarString || next.kind == .string else { continue }
                self.init(next.value(in: statement.source), .postgresql, isReadable: isReadable)
                return
            case "ATOMIC":
                self.init(statement.text(token.range.upperBound..<statement.range.upperBound), .postgresql)
                return
            case "RETURN":
                self.init("SELECT " + statement.text(token.range.upperBound..<statement.range.upperBound), .postgresql)
                return
            default: continue
            }
        }
        self.init("", .postgresql, isReadable: false)
    }

    /// Of a `CREATE TRIGGER` of SQLite.
    init(trigger statement: SQLStatement) {
        let start = statement.tokens.first { statement.keyword($0) == "BEGIN" }?.range.upperBound
        let end = statement.range.upperBound
        self.init(statement.text((start ?? end)..<end), .sqlite)
    }

    /// Of a `CREATE RULE`: `DO ALSO (DELETE FROM a; DELETE FROM b)`
    init(rule statement: SQLStatement) {
        var reader = statement.reader
        _ = reader.skip(behind: "DO") && (reader.skip("ALSO") || reader.skip("INSTEAD"))
        let isList = reader.isAt(symbol: "(")
        let start =
            (isList ? reader.peek?.range.upperBound : reader.peek?.range.lowerBound) ?? statement.range.upperBound
        let last = isList ? statement.tokens.last?.range.lowerBound : nil
        self.init(statement.text(start..<max(start, last ?? statement.range.upperBound)), .postgresql)
    }

    private static func isReadable(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        while reader.skip(behind: "LANGUAGE") {
            guard let token = reader.next() else { break }
            let name = token.value(in: statement.source).lowercased()
            return name == "sql" || name == "plpgsql"
        }
        return true
    }

    /// The statements of what stands between two semicolons: `IF a THEN DELETE FROM b`.
    private static func parts(_ statement: SQLStatement) -> [SQLStatement] {
        let tokens = statement.tokens
        var starts: [Int] = []
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            let opens = openers.contains(statement.keyword(token)) || statement.text(of: token) == ">>"
            if opens, beginners.contains(statement.keyword(next)) { starts.append(next.range.lowerBound) }
        }
        guard !starts.isEmpty else { return [statement] }
        let bounds = [statement.range.lowerBound] + starts + [statement.range.upperBound]
        return zip(bounds, bounds.dropFirst()).flatMap { start, end in
            SQLStatement.all(in: statement.text(start..<end), statement.syntax)
        }
    }

    private static let openers: Set<String> = ["BEGIN", "THEN", "ELSE", "LOOP", "DECLARE", "ATOMIC"]
    private static let beginners: Set<String> = [
        "ALTER", "ANALYZE", "CALL", "COMMENT", "COPY", "CREATE", "DELETE", "DROP", "EXECUTE", "FOR", "FOREACH", "GRANT",
        "IF", "INSERT", "LOCK", "MERGE", "PERFORM", "RAISE", "REFRESH", "RETURN", "REVOKE", "SELECT", "SET", "TRUNCATE",
        "UPDATE", "WHILE", "WITH", "BEGIN", "DECLARE", "REPLACE",
    ]
}

/// The functions, triggers and rules that a section has made: what they do happens in it where they are called or fire there.
struct SectionCode {
    struct Routine {
        let path: [String]
        let body: CodeBody
    }

    private struct Trigger {
        var table: [String]
        let events: Set<String>
        let run: Run
    }

    private enum Run {
        case routine(String)
        case body(CodeBody)
    }

    private var routines: [String: [Routine]] = [:]
    private var triggers: [Trigger] = []

    /// Whether nothing runs by itself or when it is called.
    var isEmpty: Bool { routines.isEmpty && triggers.isEmpty }

    /// Whether there is any function.
    var hasRoutines: Bool { !routines.isEmpty }

    /// All functions of a name, whatever their arguments and schemas.
    func routines(_ name: String) -> [Routine] { routines[name.exact] ?? [] }

    /// What fires when rows of a table change.
    func fired(by event: String, on table: [String]) -> [Routine] {
        triggers.filter { $0.table == table && $0.events.contains(event) }.flatMap { trigger in
            switch trigger.run {
            case .routine(let name): routines(name)
            case .body(let body): [Routine(path: table, body: body)]
            }
        }
    }

    mutating func see(_ statement: SQLStatement, key: ([String]) -> [String]) {
        var reader = statement.reader
        guard reader.skip("CREATE") else { return }
        reader.skip("OR", "REPLACE")
        while ["TEMP", "TEMPORARY", "CONSTRAINT"].contains(reader.keyword) { _ = reader.word() }
        switch reader.word() {
        case "FUNCTION", "PROCEDURE":
            guard let path = reader.name(), let name = path.last else { return }
            routines[name.exact, default: []].append(Routine(path: path, body: CodeBody(routine: statement)))
        case "RULE":
            guard reader.name() != nil, reader.skip("AS", "ON") else { return }
            let event = reader.word()
            guard reader.skip("TO"), let table = reader.name() else { return }
            triggers.append(Trigger(table: key(table), events: [event], run: .body(CodeBody(rule: statement))))
        case "TRIGGER": seeTrigger(&reader, statement, key)
        default: return
        }
    }

    private mutating func seeTrigger(
        _ reader: inout SQLReader, _ statement: SQLStatement, _ key: ([String]) -> [String]
    ) {
        reader.skip("IF", "NOT", "EXISTS")
        guard reader.name() != nil else { return }
        var events: Set<String> = []
        while !reader.isAtEnd, !reader.isAt("ON") {
            let word = reader.word()
            if word.isEmpty { _ = reader.next() } else { events.insert(word) }
        }
        guard reader.skip("ON"), let table = reader.name() else { return }
        if statement.syntax.triggersHoldStatements {
            triggers.append(Trigger(table: key(table), events: events, run: .body(CodeBody(trigger: statement))))
        } else {
            guard reader.skip(behind: "EXECUTE"), reader.skip("FUNCTION") || reader.skip("PROCEDURE"),
                let name = reader.name()?.last
            else { return }
            triggers.append(Trigger(table: key(table), events: events, run: .routine(name)))
        }
    }

    mutating func forgetTriggers(of table: [String]) { triggers.removeAll { $0.table == table } }

    mutating func rename(_ table: [String], to new: [String]) {
        for index in triggers.indices where triggers[index].table == table { triggers[index].table = new }
    }
}
