import AutogenPlan
import AutogenSQLText
package import AutogenSchema

/// What a snapshot says of the tables that scripts name, where no database is asked.
struct CatalogFacts {
    let catalog: Catalog
    private let parts: [ObjectID: [ObjectID]]

    init(_ catalog: Catalog) {
        self.catalog = catalog
        parts = catalog.partsByParent()
    }

    func table(_ name: [String]) -> TableFacts? {
        let syntax = catalog.dialect.syntax
        let found = catalog.ids(of: .table).filter { id in
            zip(id.path.reversed(), name.reversed()).allSatisfy { syntax.key(of: $0) == syntax.key(of: $1) }
        }
        // Without a schema it is not told which of two is meant.
        guard found.count == 1, let id = found.first, let body: Table = catalog.body(id) else { return nil }
        var facts = TableFacts(path: id.path)
        facts.isPartitioned = body.partitionKey != nil
        facts.isStrict = body.strict
        facts.isInherited = catalog.ids(of: .table).contains {
            (catalog.body($0) as Table?)?.inherits.contains(id.path) == true
        }
        let members = parts[id] ?? []
        facts.hasTriggers = members.contains { $0.kind == .trigger }
        let columns = members.compactMap { id in (catalog.body(id) as Column?).map { (id.name, $0) } }
            .sorted { $0.1.position.value < $1.1.position.value }
        facts.columns = columns.map { name, body in
            var column = TableFacts.Column(name: name, type: body.type)
            column.generated = body.generated
            column.isNotNull = body.notNull
            column.collation = body.collation
            return column
        }
        facts.relatives = relatives(of: id.path)
        facts.hasDefaultPartition = catalog.ids(of: .partition).contains {
            (catalog.body($0) as Partition?).map { $0.parent == id.path && $0.isDefault } ?? false
        }
        facts.indexes = Set(members.filter { $0.kind == .index }.map { syntax.key(of: $0.name) })
        for member in members {
            guard let constraint: Constraint = catalog.body(member) else { continue }
            read(constraint, member.name, into: &facts)
        }
        facts.shownKey = shownKey(of: facts, body)
        return facts
    }

    /// All that are above or below it.
    private func relatives(of path: [String]) -> [[String]] {
        var pairs: [(parent: [String], child: [String])] = []
        for id in catalog.ids(of: .table) {
            guard let body: Table = catalog.body(id) else { continue }
            pairs += body.inherits.map { ($0, id.path) }
        }
        for id in catalog.ids(of: .partition) {
            if let body: Partition = catalog.body(id) { pairs.append((body.parent, id.path)) }
        }
        var found: Set<[String]> = []
        func follow(_ path: [String], _ next: ([String]) -> [[String]]) {
            for other in next(path) where found.insert(other).inserted { follow(other, next) }
        }
        follow(path) { path in pairs.filter { $0.child == path }.map(\.parent) }
        follow(path) { path in pairs.filter { $0.parent == path }.map(\.child) }
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func read(_ constraint: Constraint, _ name: String, into facts: inout TableFacts) {
        switch constraint.type {
        case .primaryKey: facts.primaryKey = constraint.columns
        case .foreignKey:
            facts.references.insert(
                .init(table: [(constraint.references.last ?? "").folded], columns: constraint.columns.map(\.folded)))
        case .unique, .check, .exclusion, .notNull: break
        }
        let text = constraint.clause.value.isEmpty ? constraint.definition : constraint.clause.value
        if constraint.notValid.value {
            facts.unvalidated[name] = text
        } else {
            facts.demands.append(.constraint(name: name, text))
        }
    }

    private func shownKey(of facts: TableFacts, _ body: Table) -> [String] {
        let types = Dictionary(facts.columns.map { ($0.name, $0.type.lowercased()) }, uniquingKeysWith: { $1 })
        let shown: Set<String> = ["smallint", "integer", "int", "bigint", "uuid"]
        let isShown = facts.primaryKey.allSatisfy { types[$0].map(shown.contains) ?? false }
        if !facts.primaryKey.isEmpty, isShown { return facts.primaryKey }
        return catalog.dialect.syntax.hasSearchPath || body.withoutRowid ? [] : ["rowid"]
    }

    func domain(_ name: [String]) -> [DatabaseFacts.DomainColumn] {
        catalog.ids(of: .column).compactMap { id in
            guard let column: Column = catalog.body(id), !column.inherited, id.path.count == 3 else { return nil }
            var reader = SQLReader(column.type, catalog.dialect.syntax)
            guard let type = reader.name(), reader.isAtEnd, type.last == name.last else { return nil }
            return DatabaseFacts.DomainColumn(table: Array(id.path.dropLast()), column: id.name, type: column.type)
        }
    }

    func type(_ text: String) -> TypeFacts? {
        var facts = TypeFacts()
        guard let path = try? Address.parts(text), let last = path.last else { return facts }
        let found = catalog.ids(of: .domain).first { $0.name == last && (path.count < 2 || $0.path == path) }
        guard let found, let body: Domain = catalog.body(found) else { return facts }
        facts.isDomain = true
        facts.isNotNull = body.notNull
        facts.defaultValue = body.defaultExpression
        return facts
    }
}

/// The questions that scripts have for rows, for a person to ask.
package enum PreflightQueries {
    /// Comments in front of a script: what each statement asks of the rows, and the query that finds those against it.
    ///
    /// - Parameter start: the schema before the first of them.
    package static func comments(
        of scripts: [RevisionScript], _ direction: Direction, from start: Catalog
    ) throws -> [String] {
        let facts = CatalogFacts(start)
        let parts = try scripts.map { try ScriptPart($0, direction) }
        let checks = RowForecast.checks(
            of: parts, start.dialect, FillValues([:]), table: { facts.table($0) }, domain: { facts.domain($0) },
            type: { facts.type($0) })
        guard !checks.isEmpty else { return [] }
        var lines = ["-- before it runs, no row may be found by these:"]
        for check in checks {
            lines.append("-- \(check.file):\(check.line): \(check.demand)".oneLine.visible)
            switch check.question {
            case .rows(let query, _), .block(_, let query, _):
                lines += query.text.split(separator: "\n").map { "--   \($0)" }
            case .none(let reason): lines.append("--   not known beforehand: \(reason.oneLine)")
            }
        }
        return lines
    }
}
