import AutogenSQLText
import AutogenSchema

/// What the statements of a section have made up to some place, and where they bring rows: what was made there is not lost
/// there.
struct SectionState {
    /// A statement that copies rows: the table they come from, by the name it has now, and the one they are in, by the
    /// names it has now and at the end.
    private struct Copy {
        var from: [String]
        var now: [String]
        let end: [String]
    }

    /// Tables that the section made, by the names they have now.
    private var made: Set<[String]> = []
    /// Names of tables that were there before and made way: what has such a name holds their rows.
    private var vacated: Set<[String]> = []
    /// The columns that the section added: the path of the table and the name.
    private var added: Set<[String]> = []
    /// The names that tables had when the section began, by those they have now, and the same of columns with their tables.
    private var originals: [[String]: [String]] = [:]
    private var originalColumns: [[String]: String] = [:]
    /// All names that a table which was there before has had in the section, by the one it has now.
    private var names: [[String]: Set<[String]>] = [:]
    private var copies: [Copy] = []
    /// The names that the targets of copies have at the end, in the order of the copies.
    private var targets: ArraySlice<[String]> = []
    /// The bodies of what the section made that runs when it is called, or when rows of a table change.
    private(set) var code = SectionCode()
    private let syntax: SQLSyntax

    /// - Parameter statements: each with the comments of autogen's over it.
    init(_ statements: [(SQLStatement, [HazardComment])], _ syntax: SQLSyntax) {
        self.syntax = syntax
        let events = statements.flatMap { TableEvent.events(of: $0.0, under: $0.1) }
        targets = Self.targets(of: events, syntax)[...]
    }

    /// Whether the section made the table, and it holds nothing of one that was there before.
    func isCreated(_ table: [String]) -> Bool { made.contains(key(table)) && !vacated.contains(key(table)) }

    /// Whether the section made what an address names.
    func isMade(_ object: Address) -> Bool {
        switch object.kind {
        case "table", "virtual table", "partition", "rows": isCreated(object.path)
        case "column":
            isCreated(object.path.dropLast()) || isAdded(object.path.last ?? "", to: object.path.dropLast())
        default: false
        }
    }

    func isAdded(_ column: String, to table: [String]) -> Bool { added.contains(key(table, column)) }

    /// The name that a table had when the section began.
    func original(_ table: [String]) -> [String] { originals[key(table)] ?? table }

    /// What a table, or a column of one, was called when the section began.
    func original(_ object: Address) -> Address {
        switch object.kind {
        case "column" where object.path.count > 1:
            Address(kind: object.kind, path: original(object.ownName, of: Array(object.path.dropLast())))
        case "table", "virtual table", "partition", "rows": Address(kind: object.kind, path: original(object.path))
        default: object
        }
    }

    /// The path that a column had when the section began.
    func original(_ column: String, of table: [String]) -> [String] {
        original(table) + [originalColumns[key(table, column)] ?? column]
    }

    /// Whether the rows of a table that is dropped were brought to one that has, or gets, a name that it had.
    func areRowsKept(of table: [String]) -> Bool {
        let name = key(table)
        let wanted = (names[name] ?? [name]).union([Self.key(original(table), syntax)])
        return copies.contains { copy in
            copy.from == name && copy.now != name && (wanted.contains(copy.end) || wanted.contains(copy.now))
        }
    }

    /// What the section has put on a table to run when its rows change.
    func fired(by event: String, on table: [String]) -> [SectionCode.Routine] { code.fired(by: event, on: key(table)) }

    /// The table that a statement is about, where it was there before; that of its words where it is about none.
    func subject(of statement: SQLStatement) -> Address? {
        var reader = statement.reader
        let word = reader.word()
        let table: [String]?
        switch word {
        case "DROP":
            reader.skip("FOREIGN")
            table = reader.skip("TABLE") ? reader.names().first : nil
        case "ALTER":
            reader.skip("FOREIGN")
            table = reader.skipTableHead() ? reader.name() : nil
        case "INSERT": table = reader.skip(behind: "INTO") ? reader.name() : nil
        case "UPDATE": table = reader.name()
        case "DELETE": table = reader.skip("FROM") ? reader.name() : nil
        default: table = nil
        }
        guard let table else { return Address(kind: "code", path: ["\(word) \(reader.word())".lowercased()]) }
        return isCreated(table) ? nil : StatementLosses.address("table", original(table), syntax)
    }

    /// - Parameter running: what it runs: the statements of a block, and of functions that it calls.
    mutating func see(_ statement: SQLStatement, under comments: [HazardComment], running: [SQLStatement]) {
        spoilCopies(statement, isExplained: !comments.isEmpty)
        if NameSearch.changes(statement) { forgetUnqualified() }
        if ["ROLLBACK", "ABORT"].contains(statement.words.first) { forgetAll() }
        for event in TableEvent.events(of: statement, under: comments) { see(event) }
        for inner in running {
            if NameSearch.changes(inner) { forgetUnqualified() }
            // Whether it makes something there, who knows.
            for event in TableEvent.events(of: inner) where !event.makes { see(event) }
        }
        code.see(statement) { [made, syntax] in Self.key($0, made, syntax) }
    }

    private mutating func see(_ event: TableEvent) {
        switch event {
        case .create(let table): made.insert(Self.key(table, syntax))
        case .drop(let table): drop(table)
        case .rename(let table, let name): rename(table, to: name)
        case .add(let table, let column): added.insert(key(table, column))
        case .dropColumn(let table, let column):
            added.remove(key(table, column))
            originalColumns[key(table, column)] = nil
        case .renameColumn(let table, let column, let name):
            let new = key(table, name)
            if added.remove(key(table, column)) != nil {
                added.insert(new)
            } else {
                originalColumns[new] = originalColumns.removeValue(forKey: key(table, column)) ?? column
            }
        case .copy(let source, let target):
            guard let end = targets.popFirst() else { return }
            copies.append(Copy(from: key(source), now: key(target), end: end))
        case .attach(let child, let parent):
            if !isCreated(child) { made.remove(key(parent)) }
        case .renameSchemas: forgetAll()
        }
    }

    private mutating func drop(_ table: [String]) {
        let (name, old) = (key(table), original(table))
        let heirs = areRowsKept(of: table) ? copies.filter { $0.from == name }.map(\.now) : []
        if made.remove(name) == nil { vacated.insert(name) }
        forgetColumns(of: name)
        originals[name] = nil
        names[name] = nil
        copies.removeAll { $0.from == name || $0.now == name }
        // What has the rows now is the old table.
        for heir in heirs where made.remove(heir) != nil { originals[heir] = old }
        code.forgetTriggers(of: name)
    }

    private mutating func rename(_ table: [String], to name: [String]) {
        let old = key(table)
        let isTemporary = old.count == 2 && (old[0] == "temp" || old[0] == "pg_temp")
        let new = isTemporary ? old.prefix(1) + Self.key(name, syntax).suffix(1) : Self.key(name, syntax)
        let first = originals.removeValue(forKey: old)
        names[new] = (names.removeValue(forKey: old) ?? [old]).union([new])
        if made.remove(old) != nil {
            made.insert(new)
        } else {
            vacated.insert(old)
            made.remove(new)
            originals[new] = first ?? table
        }
        added = Set(added.map { $0.dropLast() == old[...] ? new + $0.suffix(1) : $0 })
        originalColumns = Dictionary(
            originalColumns.map { ($0.key.dropLast() == old[...] ? new + $0.key.suffix(1) : $0.key, $0.value) },
            uniquingKeysWith: { first, _ in first })
        for index in copies.indices {
            if copies[index].from == old { copies[index].from = new }
            if copies[index].now == old { copies[index].now = new }
        }
        code.rename(old, to: new)
    }

    /// What would lose rows of a table that was there before leaves no full copy.
    private mutating func spoilCopies(_ statement: SQLStatement, isExplained: Bool) {
        guard copies.contains(where: { isMadeOnly($0.now) }) else { return }
        var bare = self
        bare.made = []
        bare.added = []
        let found = StatementLosses.Found(statement, isExplained: isExplained, after: bare)
        let spoiled = Set(
            found.losses.map { loss in
                key(loss.object.kind == "column" ? loss.object.path.dropLast() : loss.object.path)
            })
        copies = copies.filter { !isMadeOnly($0.now) || !spoiled.contains($0.now) }
    }

    private func isMadeOnly(_ key: [String]) -> Bool { made.contains(key) && !vacated.contains(key) }

    private mutating func forgetColumns(of table: [String]) {
        added = added.filter { $0.dropLast() != table[...] }
        originalColumns = originalColumns.filter { $0.key.dropLast() != table[...] }
    }

    /// Names without a schema are those of other objects from here on.
    private mutating func forgetUnqualified() {
        func isKnown(_ table: some Collection<String>) -> Bool { table.count > 1 && table.first != "pg_temp" }
        made = made.filter(isKnown)
        added = added.filter { isKnown($0.dropLast()) }
        originals = originals.filter { isKnown($0.key) }
        names = names.filter { isKnown($0.key) }
        originalColumns = originalColumns.filter { isKnown($0.key.dropLast()) }
        copies.removeAll { !isKnown($0.from) || !isKnown($0.now) }
    }

    private mutating func forgetAll() {
        made = []
        added = []
        originals = [:]
        names = [:]
        originalColumns = [:]
        copies = []
    }

    private func key(_ table: [String]) -> [String] { Self.key(table, made, syntax) }

    /// A temporary table hides another of its name.
    private static func key(_ table: [String], _ made: Set<[String]>, _ syntax: SQLSyntax) -> [String] {
        let key = Self.key(table, syntax)
        guard table.count == 1, let name = key.last else { return key }
        let temporary = [syntax.temporarySchema, name]
        return made.contains(temporary) ? temporary : key
    }

    private func key(_ table: [String], _ column: String) -> [String] {
        key(table) + [syntax.key(of: column)]
    }

    /// The same for all ways to write one name.
    private static func key(_ path: [String], _ syntax: SQLSyntax) -> [String] {
        let schema = path.count == 1 ? syntax.impliedSchema.map { [$0] } ?? [] : []
        return (schema + path.suffix(2)).map(syntax.key)
    }

    private static func targets(of events: [TableEvent], _ syntax: SQLSyntax) -> [[String]] {
        var targets: [[String]] = []
        for event in events {
            switch event {
            case .copy(_, let target): targets.append(key(target, syntax))
            case .rename(let table, let name):
                for index in targets.indices where targets[index] == key(table, syntax) {
                    targets[index] = key(name, syntax)
                }
            case .create, .drop, .add, .dropColumn, .renameColumn, .attach, .renameSchemas: break
            }
        }
        return targets
    }
}

extension TableEvent {
    /// Whether something is there afterwards that was not before, or rows are in two places.
    fileprivate var makes: Bool {
        switch self {
        case .create, .add, .copy: true
        case .drop, .rename, .dropColumn, .renameColumn, .attach, .renameSchemas: false
        }
    }
}

/// Statements after which a name without schema may mean another object.
enum NameSearch {
    static func changes(_ statement: SQLStatement) -> Bool {
        guard statement.syntax.hasSearchPath else { return false }
        var reader = statement.reader
        switch reader.word() {
        case "SET":
            if !reader.isAt("SESSION", "AUTHORIZATION") { _ = reader.skip("SESSION") || reader.skip("LOCAL") }
            return ["SEARCH_PATH", "SCHEMA", "ROLE", "SESSION"].contains(reader.keyword)
                || reader.name() == ["search_path"]
        case "RESET": return ["SEARCH_PATH", "ALL", "ROLE", "SESSION"].contains(reader.keyword)
        case "DISCARD": return true
        default: break
        }
        return zip(statement.tokens, statement.tokens.dropFirst()).contains { token, next in
            // A shorter word can't be it, and need not be decoded.
            next.kind == .opening && token.range.count >= "set_config".utf8.count
                && statement.reader.name(of: token) == "set_config"
        }
    }
}
