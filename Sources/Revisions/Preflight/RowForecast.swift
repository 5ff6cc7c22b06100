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
        case source(ForecastRows)
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
        /// Whether code runs when its rows change.
        var hasTriggers = false
        /// The columns that have another name than in the database, by that.
        var renamed: [String: String] = [:]
        /// Columns of which nobody knows what is in them, each with the reason.
        var hidden: [String: String] = [:]
        /// What is to be looked at when the script is done.
        var references: [(constraint: ConstraintText, at: Place)] = []

        var primaryKey: [String] {
            (made?.primaryKey ?? facts?.primaryKey ?? []).map { renamed[$0] ?? $0 }
        }

        /// Whether code runs when rows of it, or of what it shares them with, change.
        var runsCode: Bool { hasTriggers || facts?.hasTriggers == true }
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
    /// Names of routines, types and views that are not what they were, each with the reason.
    private var changed: [String: String] = [:]
    /// Other names of tables: without a schema where the table that had another name was in one.
    private var aliases: [[String]: [String]] = [:]
    /// The tables that refer to one by a constraint of the scripts with an action, by its key.
    private var referrers: [[String]: Set<[String]>] = [:]
    /// Whether the statement is about a table without those that inherit from it.
    var isAlone = false
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
        domain: ([String]) -> [DatabaseFacts.DomainColumn], type: (String) -> TypeFacts?
    ) -> [RowCheck] {
        var facts = DatabaseFacts()
        while true {
            let (checks, missing) = read(parts, dialect, fills, facts: facts)
            guard !missing.isEmpty else { return checks }
            for name in missing.tables { facts.tables[name] = .some(table(name)) }
            for name in missing.domains { facts.domains[name] = domain(name) }
            for name in missing.types { facts.types[name] = .some(type(name)) }
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
        _ fault: RowCheck.Fault, of table: Table, at place: Place? = nil, mentioning texts: [String] = [],
        _ query: (ForecastRows) -> RowCheck.Question
    ) {
        if case .source = table.rows, let reason = reason(against: texts, table) {
            return add(fault, of: table.path, .none(reason), at: place)
        }
        switch table.rows {
        case .nothing: settle()
        case .unknown(let reason): add(fault, of: table.path, .none(reason), at: place)
        case .source(let source):
            guard !isAlone || source.isTable || table.facts?.isInherited != true else {
                return add(fault, of: table.path, .none("tables inherit from it that were changed with it"), at: place)
            }
            let own = isAlone && isPostgres && table.facts?.isPartitioned == false ? source.alone : source
            add(fault, of: table.path, query(own.named(table.path.last ?? "")), at: place)
            if table.growth != nil { checks[checks.count - 1].isOfSome = true }
        }
    }

    mutating func askRows(
        _ fault: RowCheck.Fault, of table: Table, at place: Place? = nil, mentioning texts: [String] = [],
        where condition: (ForecastRows) -> SQL
    ) {
        ask(fault, of: table, at: place, mentioning: texts) {
            .rows($0.rows(where: condition($0)), key: $0.key.map(\.name))
        }
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
            Table(path: path, rows: .source(ForecastRows(table: facts, as: path.last ?? "", dialect)), facts: facts)
        }
    }

    /// What there is to know of a type; `nil` for one that the scripts have made or changed.
    mutating func typeFacts(_ type: String) -> TypeFacts? {
        guard reason(against: [type], nil) == nil else { return nil }
        var reader = SQLReader(type, dialect.syntax)
        guard labels(of: reader.name() ?? []) == nil else { return nil }
        guard let known = facts.types[type] else {
            missing.types.insert(type)
            return TypeFacts()
        }
        return known
    }

    /// Why nobody knows what an expression is for the rows of a table: it names what is not what it was.
    func reason(against texts: [String], _ table: Table?) -> String? {
        guard !changed.isEmpty || table?.hidden.isEmpty == false else { return nil }
        for text in texts {
            var reader = SQLReader(text, dialect.syntax)
            while let token = reader.next() {
                guard let name = reader.name(of: token).map(dialect.syntax.key) else { continue }
                if let reason = changed[name] ?? table?.hidden[name] { return reason }
            }
        }
        return nil
    }

    mutating func change(word: String, _ why: String) {
        changed[dialect.syntax.key(of: word)] = "\(place.text) \(why)"
    }

    mutating func hide(_ column: String, of path: [String], _ reason: String) {
        guard var table = table(path) else { return }
        table.hidden[dialect.syntax.key(of: column)] = reason
        put(table)
    }

    /// A change of a table's rows is one of those that it shares them with.
    mutating func changeRelatives(of path: [String], _ why: String) {
        for relative in table(path)?.facts?.relatives ?? [] { forget(relative, why) }
    }

    /// The tables that refer to one are changed with it, and those that refer to them.
    mutating func changeReferrers(of path: [String], _ why: String) {
        var seen: Set<[String]> = [key(path)]
        var waiting = [path]
        while let next = waiting.popLast() {
            let known = table(next)?.facts?.referrers.map(\.table) ?? []
            for referrer in known + (referrers[key(next)] ?? []) {
                if key(referrer) == key(next) { forget(referrer, why) }
                guard seen.insert(key(referrer)).inserted else { continue }
                forget(referrer, why)
                waiting.append(referrer)
            }
        }
    }

    mutating func refer(_ table: [String], to target: [String]) { referrers[key(target), default: []].insert(table) }

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
        var whole = new
        if new.count == 1, let schema = table.facts?.path.first, isPostgres {
            whole = [schema] + new
            aliases[new] = whole
        }
        table.path = new
        gone.remove(key(whole))
        put(table)
    }

    /// Changes the rows of a table that there are.
    mutating func change(_ path: [String], _ body: (inout ForecastRows) -> Void) {
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
        if let whole = aliases[path] { return whole.map(dialect.syntax.key) }
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
