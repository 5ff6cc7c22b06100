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
    var missing = DatabaseFacts.Missing()
    private(set) var checks: [RowCheck] = []
    /// Tables that the scripts have changed, by their names.
    var tables: [[String]: Table] = [:]
    var gone: Set<[String]> = []
    /// Why nobody knows anything from here on, and why nobody knows what a name without a schema means.
    var everything: String?
    var unqualified: String?
    /// The types that the scripts have made, with the labels of enums.
    var types: [[String]: [String]] = [:]
    /// Names of routines, types and views that are not what they were, each with the reason.
    var changed: [String: String] = [:]
    /// Other names of tables: without a schema where the table that had another name was in one.
    var aliases: [[String]: [String]] = [:]
    /// The tables that refer to one by a constraint of the scripts with an action, by its key.
    var referrers: [[String]: Set<[String]>] = [:]
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
        var comments = HazardComment.all(in: bytes, around: statements, of: script.revision)[...]
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
            checks[checks.count - 1].isOfSome = table.growth != nil
            checks[checks.count - 1].isOfTable = source.isTable
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
