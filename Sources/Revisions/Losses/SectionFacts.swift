import AutogenSQLText
import AutogenSchema

/// What the statements of a section have made up to some place, and where they bring rows: what was made there is not lost
/// there.
struct SectionFacts {
    /// A statement that copies rows: the table they come from, by its name at that time and later, and the one they end in.
    private struct Copy {
        var from: [String]
        let to: [String]
    }

    /// Tables that the section made, by the names they have now.
    private var created: Set<[String]> = []
    /// Names of tables that were there before and made way: what has such a name holds their rows.
    private var vacated: Set<[String]> = []
    /// The columns that the section added: the path of the table and the name.
    private var added: Set<[String]> = []
    /// The names that renamed tables had when the section began, by those they have now.
    private var originals: [[String]: [String]] = [:]
    private var copies: [Copy] = []
    /// The names that the targets of copies have at the end, in the order of the copies.
    private var targets: ArraySlice<[String]> = []
    private let syntax: SQLSyntax

    init(_ statements: [SQLStatement], _ syntax: SQLSyntax) {
        self.syntax = syntax
        targets = Self.targets(of: statements, syntax)[...]
    }

    /// Whether the section made the table, and it holds nothing of one that was there before.
    func isCreated(_ table: [String]) -> Bool { created.contains(key(table)) && !vacated.contains(key(table)) }

    /// Whether the section made what an address names.
    func isMade(_ object: Address) -> Bool {
        switch object.kind {
        case "table", "virtual table", "partition", "rows": isCreated(object.path)
        case "column":
            isCreated(object.path.dropLast()) || isAdded(object.path.last ?? "", to: object.path.dropLast())
        default: false
        }
    }

    func isAdded(_ column: String, to table: [String]) -> Bool { added.contains(key(table + [column])) }

    /// The name that a table had when the section began.
    func original(_ table: [String]) -> [String] { originals[key(table)] ?? table }

    /// Whether the rows of a table that is dropped were brought to one that has, or gets, its name.
    func areRowsKept(of table: [String]) -> Bool {
        let (name, wanted) = (key(table), key(original(table)).last)
        return copies.contains { $0.from.last == name.last && $0.to.last == wanted }
    }

    mutating func see(_ statement: SQLStatement) {
        for event in TableEvent.events(of: statement) {
            switch event {
            case .create(let table): created.insert(key(table))
            case .drop(let table):
                if created.remove(key(table)) == nil { vacated.insert(key(table)) }
            case .rename(let table, let name): rename(table, to: name)
            case .add(let table, let column): added.insert(key(table + [column]))
            case .copy(let sources, _):
                guard let target = targets.popFirst() else { continue }
                copies += sources.map { Copy(from: key($0), to: target) }
            }
        }
    }

    private mutating func rename(_ table: [String], to name: String) {
        let new = key(table.dropLast() + [name])
        originals[new] = originals.removeValue(forKey: key(table)) ?? table
        if created.remove(key(table)) == nil { vacated.insert(key(table)) } else { created.insert(new) }
        for index in copies.indices where copies[index].from == key(table) { copies[index].from = new }
    }

    /// On SQLite names differ by more than their letters' cases, and the file's schema goes without saying.
    private func key(_ path: [String]) -> [String] { Self.key(path, syntax) }

    private static func key(_ path: [String], _ syntax: SQLSyntax) -> [String] {
        switch syntax {
        case .postgresql: path.map(\.exact)
        case .sqlite: (path.count > 1 && path.first == "main" ? Array(path.dropFirst()) : path).map(\.folded)
        }
    }

    private static func targets(of statements: [SQLStatement], _ syntax: SQLSyntax) -> [[String]] {
        var targets: [[String]] = []
        for event in statements.flatMap(TableEvent.events) {
            switch event {
            case .copy(_, let target): targets.append(key(target, syntax))
            case .rename(let table, let name):
                for index in targets.indices where targets[index] == key(table, syntax) {
                    targets[index] = key(table.dropLast() + [name], syntax)
                }
            case .create, .drop, .add: break
            }
        }
        return targets
    }
}

/// What a statement makes of tables, as far as it matters for what is lost.
enum TableEvent {
    case create([String])
    case drop([String])
    case rename([String], String)
    case add([String], column: String)
    case copy(from: [[String]], to: [String])

    static func events(of statement: SQLStatement) -> [TableEvent] {
        var reader = statement.reader
        switch reader.word() {
        case "CREATE": return creation(&reader)
        case "ALTER": return alteration(&reader)
        case "DROP": return reader.skip("TABLE") ? reader.names().map { .drop($0) } : []
        case "INSERT", "REPLACE": return copy(&reader)
        default: return []
        }
    }

    private static func creation(_ reader: inout SQLReader) -> [TableEvent] {
        while ["GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "VIRTUAL"].contains(reader.keyword) {
            _ = reader.word()
        }
        guard reader.skip("TABLE") else { return [] }
        reader.skip("IF", "NOT", "EXISTS")
        return reader.name().map { [.create($0)] } ?? []
    }

    private static func alteration(_ reader: inout SQLReader) -> [TableEvent] {
        guard reader.skipTableHead(), let table = reader.name() else { return [] }
        return reader.actions().compactMap { action in
            var action = action
            if action.skip("RENAME", "TO") { return action.name()?.last.map { .rename(table, $0) } }
            guard action.skip("ADD"), !action.isConstraint else { return nil }
            action.skip("COLUMN")
            action.skip("IF", "NOT", "EXISTS")
            return action.name()?.last.map { .add(table, column: $0) }
        }
    }

    private static func copy(_ reader: inout SQLReader) -> [TableEvent] {
        guard reader.skip(behind: "INTO"), let target = reader.name() else { return [] }
        var sources: [[String]] = []
        while reader.skip(behind: "FROM") {
            reader.skip("ONLY")
            if let source = reader.name() { sources.append(source) }
        }
        return [.copy(from: sources, to: target)]
    }
}

extension SQLReader {
    /// Moves behind `TABLE [IF EXISTS] [ONLY]`; false where an `ALTER` is about something else.
    mutating func skipTableHead() -> Bool {
        guard skip("TABLE") else { return false }
        skip("IF", "EXISTS")
        skip("ONLY")
        return true
    }

    /// `[IF EXISTS] [ONLY] a, b.c`
    mutating func names() -> [[String]] {
        skip("IF", "EXISTS")
        var names: [[String]] = []
        repeat {
            skip("ONLY")
            guard let name = name() else { break }
            names.append(name)
            skip(symbol: "*")
        } while skip(symbol: ",")
        return names
    }

    /// The clauses of an `ALTER`, which commas outside of parentheses divide.
    func actions() -> [SQLReader] {
        var actions: [SQLReader] = []
        var rest = self
        rest.skip(symbol: "*")
        repeat {
            actions.append(rest)
        } while rest.skipPastComma()
        return actions
    }

    /// Moves behind the next comma outside of parentheses.
    mutating func skipPastComma() -> Bool {
        while !isAtEnd {
            if parenthesis() != nil { continue }
            if skip(symbol: ",") { return true }
            _ = next()
        }
        return false
    }

    /// Whether a table constraint comes next, and no column.
    var isConstraint: Bool {
        ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE", "NOT"].contains(keyword)
    }
}
