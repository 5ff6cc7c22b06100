import AutogenSQLText
import AutogenSchema

/// What tables and columns are called from statement to statement, and which statement makes or changes what there is at
/// the end.
struct ScriptNames: Sendable {
    /// How a table or column came by a name.
    private enum Arrival: Sendable {
        case created
        /// The name that it had before, the schema included where the statement names it.
        case renamed([String])
    }

    /// What a table is called, from one statement on.
    private struct Stretch {
        let start: Int
        let path: [String]
    }

    private let syntax: SQLSyntax
    private let shapes: [StatementShape]
    /// Names of tables that come by a statement, by their last part.
    private var tables: [String: [(place: Int, name: [String], arrival: Arrival)]] = [:]
    /// Names of columns and constraints that come by a statement, by the name: the table as the statement names it.
    private var parts: [String: [(place: Int, table: [String], arrival: Arrival)]] = [:]
    /// Names that schemas had, by those that they get.
    private var schemas: [String: String] = [:]
    /// The statements that make or change a table, by the last part of its name.
    private var places: [String: [Int]] = [:]

    init(_ statements: [LintStatement], _ syntax: SQLSyntax) {
        self.syntax = syntax
        shapes = statements.map(\.shape)
        for (place, shape) in shapes.enumerated() {
            if let table = shape.table { places[key(table), default: []].append(place) }
            switch shape {
            case .createTable(let table): tables[key(table), default: []].append((place, table, .created))
            case .alterTable(let table, let clauses):
                for clause in clauses { add(clause, of: table, at: place) }
            case .alter("SCHEMA", let old, _, let new) where new != old:
                schemas[new.last ?? ""] = old.last
            case .alter(_, let old, _, let new) where new != old:
                tables[key(new), default: []].append((place, new, .renamed(old)))
            case .createIndex, .createPart, .create, .alter, .drop, .other: break
            }
        }
    }

    private mutating func add(_ clause: AlterClause, of table: [String], at place: Int) {
        if let part = clause.column ?? clause.constraint {
            if clause.words.first == "ADD" {
                parts[syntax.key(of: part), default: []].append((place, table, .created))
            } else if let name = clause.newName {
                parts[syntax.key(of: name), default: []].append((place, table, .renamed([part])))
            }
        } else if let name = clause.newName {
            let path = clause.words.first == "SET" ? [name, table.last ?? ""] : table.dropLast() + [name]
            tables[key(path), default: []].append((place, path, .renamed(table)))
        }
    }

    /// The name that an object had before the script; `nil` where the script has made it, as far as names tell.
    func original(_ id: ObjectID) -> ObjectID? {
        guard id.path.count > 1 else { return id }
        let stretches = stretches(of: Array(id.path.prefix(2)))
        guard let first = stretches.first, first.start < 0 else { return nil }
        var path = first.path
        path[0] = schemas[path[0]] ?? path[0]
        let hasName: Set<Kind> = [.column, .columnDefault, .constraint]
        guard hasName.contains(id.kind), id.path.count == 3, let part = id.path.last else {
            return ObjectID(id, path: path + id.path.dropFirst(2))
        }
        return name(of: part, stretches).map { ObjectID(id, path: path + [$0]) }
    }

    /// What a column is called when the script is through that a statement names so, with its table.
    func last(_ column: String, of table: [String], behind place: Int) -> [String] {
        var (table, column) = (table, column)
        for shape in shapes[min(place + 1, shapes.count)...] {
            switch shape {
            case .alterTable(let name, let clauses) where isSame(name, table):
                for clause in clauses {
                    guard let new = clause.newName else { continue }
                    if let own = clause.column {
                        if isSame([own], [column]) { column = new }
                    } else if clause.constraint == nil {
                        table = clause.words.first == "SET" ? [new] + table.suffix(1) : table.dropLast() + [new]
                    }
                }
            case .alter("SCHEMA", let old, _, let new) where table.count > 1 && old.last == table.first:
                table = new.suffix(1) + table.dropFirst()
            case .createTable, .createIndex, .createPart, .create, .alterTable, .alter, .drop, .other: break
            }
        }
        return table + [column]
    }

    /// The statement that makes or changes an object of the end; the last of several.
    ///
    /// - Parameter columns: those that a constraint is about, for one that nobody has named.
    func statement(of id: ObjectID, columns: [String] = []) -> Int {
        let table = Array(id.path.prefix(2))
        let stretches = stretches(of: table)
        let about = Set(stretches.flatMap { places[key($0.path)] ?? [] }).sorted().filter { place in
            guard let named = shapes[place].table, let path = path(at: place, stretches) else { return false }
            return isSame(named, path)
        }
        if id.path == table, let place = about.first(where: { creates($0) }) { return place }
        let own = partNames(id.name, stretches)
        if let place = about.last(where: { names(own($0), at: $0, newly: false) }) { return place }
        if let place = about.last(where: { names(id.name, at: $0, newly: true) }) { return place }
        if let place = about.last(where: { adds(columns, at: $0) }) { return place }
        if let place = about.first(where: { creates($0) }) { return place }
        if let place = about.last(where: { addsConstraint(at: $0) }) { return place }
        if let place = shapes.lastIndex(where: { makes(id, $0) }) { return place }
        return about.last ?? shapes.firstIndex { if case .other = $0 { true } else { false } } ?? 0
    }

    // MARK: - Names

    /// What the table of a path is called from when on, the first first; it begins below 0 where it was there before.
    private func stretches(of path: [String]) -> [Stretch] {
        var stretches: [Stretch] = []
        var current = path
        var end = shapes.count
        while let arrival = tables[key(current)]?.last(where: { $0.place < end && isSame($0.name, current) }) {
            stretches.append(Stretch(start: arrival.place, path: current))
            switch arrival.arrival {
            case .created: return stretches.reversed()
            case .renamed(let old):
                current = old.count > 1 ? old : current.dropLast() + old
                end = arrival.place
            }
        }
        return ([Stretch(start: -1, path: current)] + stretches.reversed())
    }

    /// The name that a table has when a statement begins, or gets by its making.
    private func path(at place: Int, _ stretches: [Stretch]) -> [String]? {
        (stretches.last { $0.start < place } ?? stretches.first)?.path
    }

    /// The name that a column or constraint had before the script; `nil` where the script has added it.
    private func name(of column: String, _ stretches: [Stretch]) -> String? {
        var current = column
        var end = shapes.count
        while let arrival = parts[syntax.key(of: current)]?.last(where: { arrival in
            arrival.place < end && path(at: arrival.place, stretches).map { isSame(arrival.table, $0) } == true
        }) {
            switch arrival.arrival {
            case .created: return nil
            case .renamed(let old):
                current = old.last ?? current
                end = arrival.place
            }
        }
        return current
    }

    /// The name of a column or constraint when a statement begins, or gets by its making.
    private func partNames(_ part: String, _ stretches: [Stretch]) -> (Int) -> String {
        var names: [(end: Int, name: String)] = [(shapes.count, part)]
        while let (end, current) = names.last,
            let arrival = parts[syntax.key(of: current)]?.last(where: { arrival in
                arrival.place < end && path(at: arrival.place, stretches).map { isSame(arrival.table, $0) } == true
            })
        {
            guard case .renamed(let old) = arrival.arrival, let name = old.last else { break }
            names.append((arrival.place, name))
        }
        return { place in names.last { place <= $0.end }?.name ?? part }
    }

    // MARK: - Statements

    /// - Parameter newly: whether it is a statement that gives the name.
    private func names(_ name: String, at place: Int, newly: Bool) -> Bool {
        switch shapes[place] {
        case .alterTable(_, let clauses):
            clauses.contains { clause in
                guard newly == (clause.newName != nil) else { return false }
                let named = newly ? [clause.newName] : [clause.column, clause.constraint]
                return named.contains { $0.map { isSame([$0], [name]) } == true }
            }
        case .createIndex(let own, _): own.map { isSame([$0], [name]) } == true
        case .createPart(_, let own, _): isSame([own], [name])
        case .createTable, .create, .alter, .drop, .other: false
        }
    }

    private func adds(_ columns: [String], at place: Int) -> Bool {
        switch shapes[place] {
        case .alterTable(_, let clauses):
            clauses.contains { clause in
                clause.addsColumn && columns.contains { column in clause.column.map { isSame([$0], [column]) } == true }
            }
        case .createTable, .createIndex, .createPart, .create, .alter, .drop, .other: false
        }
    }

    private func addsConstraint(at place: Int) -> Bool {
        switch shapes[place] {
        case .alterTable(_, let clauses): clauses.contains { $0.addsConstraint && $0.constraint == nil }
        case .createTable, .createIndex, .createPart, .create, .alter, .drop, .other: false
        }
    }

    private func creates(_ place: Int) -> Bool {
        switch shapes[place] {
        case .createTable: true
        case .alterTable, .createIndex, .createPart, .create, .alter, .drop, .other: false
        }
    }

    /// Whether a statement makes, changes or drops something else than a table by this name.
    private func makes(_ id: ObjectID, _ shape: StatementShape) -> Bool {
        let own = Array(id.path.prefix(Address(id).namePlace + 1))
        switch shape {
        case .create(_, let name), .alter(_, _, _, let name): return isSame(name, own)
        case .createIndex(let name, _): return name.map { isSame([$0], own) } == true
        case .drop(_, let names): return names.contains { isSame($0, own) }
        case .createTable, .createPart, .alterTable, .other: return false
        }
    }

    private func key(_ path: [String]) -> String { syntax.key(of: path.last ?? "") }

    /// One of the two may name the schema where the other does not.
    private func isSame(_ one: [String], _ other: [String]) -> Bool {
        zip(one.reversed(), other.reversed()).allSatisfy { syntax.key(of: $0) == syntax.key(of: $1) }
    }
}

extension ObjectID {
    /// What is said of another object is said of what that was called.
    fileprivate init(_ id: ObjectID, path: [String]) {
        guard let target = id.target else {
            self.init(id.kind, path: path)
            return
        }
        let own = ObjectID(target.kind, path: Array(path.prefix(target.path.count)))
        let more = path.dropFirst(target.path.count).first
        self = more.map { ObjectID(id.kind, on: own, $0) } ?? ObjectID(id.kind, on: own)
    }
}
