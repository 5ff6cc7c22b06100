import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// Follows the rows of tables through scripts that are going to run, and gathers what their statements ask of them.
///
/// A statement that changes rows in a way that can be told of a single one, such as `UPDATE t SET a = 0 WHERE a IS NULL`,
/// becomes a part of the query for the rows behind it; of any other it is noted that nobody knows.
struct RowForecast {
    enum Rows {
        /// The table was made, and nothing has come into it.
        case nothing
        case source(RowSource)
        /// The reason why nobody knows.
        case unknown(String)
    }

    struct Table {
        /// As the script names it at the moment.
        var path: [String]
        var rows: Rows
        /// What the database says of it, where it was there before.
        var facts: TableFacts?
        /// What the script says of it, where it has made it.
        var made: TableText?
        /// The line of a statement that brings more rows.
        var growth: Place?
        /// Constraints that were added without a look at the rows.
        var unvalidated: [String: ConstraintText] = [:]
        var isTemporary = false
        /// What is to be looked at when the script is done.
        var references: [(constraint: ConstraintText, at: Place)] = []

        var primaryKey: [String] { made?.primaryKey ?? facts?.primaryKey ?? [] }
    }

    /// A statement of a script.
    struct Place {
        var file = ""
        var line = 0
        /// Whether its script runs under autogen's settings.
        var isPinned = false

        var text: String { "\(file):\(line)" }
    }

    let dialect: Dialect
    let facts: DatabaseFacts
    /// What the facts do not tell yet.
    private(set) var missing = DatabaseFacts.Missing()
    private(set) var checks: [RowCheck] = []
    /// Tables that the scripts have changed, by their names.
    private(set) var tables: [[String]: Table] = [:]
    private var gone: Set<[String]> = []
    /// Why nobody knows anything from here on, and why nobody knows what a name without a schema means.
    private var everything: String?
    private var unqualified: String?
    /// The types that the scripts have made, with the labels of enums.
    private(set) var types: [[String]: [String]] = [:]
    private(set) var place = Place()
    /// Whether autogen has said what may happen to the rows, and that the statement may fail on them.
    private(set) var isExplained = false
    private(set) var isToldToFail = false
    /// How many demands on rows were found in the statement, those included that need no query.
    private var demands = 0

    init(_ dialect: Dialect, facts: DatabaseFacts) {
        self.dialect = dialect
        self.facts = facts
    }

    static func read(
        _ parts: [ScriptPart], _ dialect: Dialect, _ fills: FillValues, facts: DatabaseFacts
    ) -> (checks: [RowCheck], missing: DatabaseFacts.Missing) {
        var forecast = RowForecast(dialect, facts: facts)
        for part in parts { forecast.read(part, fills: fills) }
        return (forecast.checks, forecast.missing)
    }

    /// Reads the scripts again with each answer to what they ask, until they ask nothing more.
    static func checks(
        of parts: [ScriptPart], _ dialect: Dialect, _ fills: FillValues, table: ([String]) -> TableFacts?,
        domain: ([String]) -> [DatabaseFacts.DomainColumn]
    ) -> [RowCheck] {
        var facts = DatabaseFacts()
        while true {
            let (checks, missing) = read(parts, dialect, fills, facts: facts)
            guard !missing.isEmpty else { return checks }
            for name in missing.tables { facts.tables[name] = .some(table(name)) }
            for name in missing.domains { facts.domains[name] = domain(name) }
        }
    }

    var isPostgres: Bool { dialect.syntax.hasSearchPath }

    /// - Parameter fills: what rows get where the script has left it open.
    mutating func read(_ part: ScriptPart, fills: FillValues) {
        let (script, direction) = (part.script, part.direction)
        let bytes = Array(script.revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, script.syntax)
        var comments = HazardComment.all(in: bytes, around: statements, script.syntax)[...]
        var end = 0
        for statement in statements {
            let before = comments.prefix { $0.offset < statement.range.lowerBound }
            comments = comments.dropFirst(before.count)
            let over = before.filter { $0.offset >= end }
            end = statement.end
            guard statement.range.lowerBound >= part.start else { continue }
            let line = statement.place(of: statement.range.lowerBound).line
            place = Place(
                file: script.file, line: script.firstLine(direction) + line - 1,
                isPinned: script.revision.settings == .pinned)
            let faults = over.filter { $0.kind == .mayFail }
            isExplained = !over.isEmpty
            isToldToFail = over.contains { $0.kind == .mayFail || $0.kind == .needsDecision }
            demands = 0
            for filled in SQLStatement.all(in: fills.filling(statement.text, script.syntax), script.syntax) {
                read(filled)
            }
            if demands == 0 { for fault in faults { add(nil, of: [], .none(fault.message)) } }
        }
        settleReferences()
    }

    // MARK: What is found

    /// A demand that no row can fail.
    mutating func settle() { demands += 1 }

    mutating func add(
        _ fault: RowCheck.Fault?, of table: [String], _ question: RowCheck.Question, at other: Place? = nil
    ) {
        demands += 1
        let place = other ?? place
        checks.append(
            RowCheck(
                file: place.file, line: place.line, isPinned: place.isPinned, table: table, fault: fault,
                question: question))
    }

    /// A query for the rows of a table that are at fault; nothing where there are none, or none can be.
    mutating func ask(
        _ fault: RowCheck.Fault, of table: Table, at place: Place? = nil, _ query: (RowSource) -> RowCheck.Question
    ) {
        switch table.rows {
        case .nothing: settle()
        case .unknown(let reason): add(fault, of: table.path, .none(reason), at: place)
        case .source(let source):
            add(fault, of: table.path, query(source.named(table.path.last ?? "")), at: place)
            if table.growth != nil { checks[checks.count - 1].isOfSome = true }
        }
    }

    mutating func askRows(
        _ fault: RowCheck.Fault, of table: Table, at place: Place? = nil, where condition: (RowSource) -> SQL
    ) {
        ask(fault, of: table, at: place) { .rows($0.rows(where: condition($0)), key: $0.key.map(\.name)) }
    }
}

extension RowForecast {
    // MARK: Tables

    /// `nil` for what is no table, or not there.
    mutating func table(_ path: [String]) -> Table? {
        let key = key(path)
        if let table = tables[key] { return table }
        guard !gone.contains(key) else { return nil }
        if let reason = everything ?? (path.count == 1 ? unqualified : nil) {
            return Table(path: path, rows: .unknown(reason))
        }
        guard let known = facts.tables[path] else {
            missing.tables.insert(path)
            return Table(path: path, rows: .unknown("nobody has looked"))
        }
        return known.map { facts in
            Table(path: path, rows: .source(RowSource(table: facts, as: path.last ?? "")), facts: facts)
        }
    }

    mutating func domainColumns(_ path: [String]) -> [DatabaseFacts.DomainColumn] {
        guard let known = facts.domains[path] else {
            missing.domains.insert(path)
            return []
        }
        return known
    }

    mutating func put(_ table: Table) { tables[key(table.path)] = table }

    mutating func remove(_ path: [String]) {
        tables[key(path)] = nil
        gone.insert(key(path))
    }

    mutating func rename(_ path: [String], to new: [String]) {
        guard var table = table(path) else { return }
        remove(path)
        table.path = new
        gone.remove(key(new))
        put(table)
    }

    /// Changes the rows of a table that there are.
    mutating func change(_ path: [String], _ body: (inout RowSource) -> Void) {
        guard var table = table(path) else { return }
        if case .source(var source) = table.rows {
            source = source.named(path.last ?? "")
            body(&source)
            table.rows = .source(source)
        }
        put(table)
    }

    mutating func forget(_ path: [String], _ why: String) {
        guard var table = table(path) else { return forgetAll("\(SQL.shown(path)) is no table, and \(why)") }
        table.rows = .unknown("\(place.text) \(why)")
        put(table)
    }

    mutating func forgetAll(_ why: String) {
        let reason = "\(place.text) \(why)"
        everything = everything ?? reason
        for key in tables.keys { tables[key]?.rows = .unknown(reason) }
    }

    mutating func forgetUnqualified(_ why: String) { unqualified = unqualified ?? "\(place.text) \(why)" }

    mutating func make(type path: [String], labels: [String] = []) { types[path.map(dialect.syntax.key)] = labels }

    func labels(of type: [String]) -> [String]? { types[type.map(dialect.syntax.key)] }

    /// The same for all ways to write the name of a table.
    func lookUpKey(_ path: [String]) -> [String] { key(path) }

    private func key(_ path: [String]) -> [String] {
        if let known = facts.tables[path], let facts = known { return facts.path.map(dialect.syntax.key) }
        let schema = path.count == 1 ? dialect.syntax.impliedSchema.map { [$0] } ?? [] : []
        return (schema + path).map(dialect.syntax.key)
    }
}

/// A section of a script from where it is to be gone on with.
struct ScriptPart {
    let script: RevisionScript
    let direction: Direction
    /// The byte of the section at which it begins.
    let start: Int

    /// - Parameter done: how many of its statements have run.
    init(
        _ script: RevisionScript, _ direction: Direction, after done: Int = 0,
        _ transactions: TransactionScope = .revision
    ) throws(MigrationError) {
        self.script = script
        self.direction = direction
        guard done > 0 else {
            start = 0
            return
        }
        let plan = try ScriptSegments(script, direction, transactions.setting(for: script))
        start = plan.statements.indices.contains(done) ? plan.statements[done].sql.range.lowerBound : .max
    }
}

extension RevisionScript {
    /// The tables that the statements of a section name as what they change, as they name them.
    package func tables(_ direction: Direction) -> [[String]] {
        guard let part = try? ScriptPart(self, direction) else { return [] }
        var forecast = RowForecast(revision.dialect, facts: DatabaseFacts())
        forecast.read(part, fills: FillValues([:]))
        return Array(forecast.missing.tables) + forecast.tables.values.map(\.path)
    }
}
