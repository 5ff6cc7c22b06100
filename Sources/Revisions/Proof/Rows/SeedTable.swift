import AutogenSQLText
import AutogenSchema

/// A table that is to have rows before a revision is tried, with what its rows must satisfy at both ends.
struct SeedTable {
    struct Column {
        let name: String
        let type: String
        /// What the column has become at the other end; `nil` where it is gone.
        let newType: String?
        /// Whether NULL is taken at both ends.
        let takesNull: Bool
        let isIdentity: Bool
    }

    struct Reference {
        let columns: [String]
        let table: [String]
        let targets: [String]
    }

    let path: [String]
    /// Those that a statement can give a value.
    let columns: [Column]
    /// Conditions on the columns, as the constraints have them.
    let checks: [String]
    let references: [Reference]
    /// Values of a partition key that some partition takes, by the column.
    let partitionValues: [String: [String]]
}

extension SeedTable {
    /// - Parameters:
    ///   - start: the schema in which the rows are made.
    ///   - target: the one that the revision leads to.
    static func all(from start: Catalog, to target: Catalog, _ renames: Renames) -> [SeedTable] {
        let reader = SeedReader(start: start, target: target, renames: renames)
        return start.ids(of: .table).compactMap(reader.table)
    }
}

/// Reads what rows must satisfy from the schemas at both ends.
private struct SeedReader {
    let start: Catalog
    let target: Catalog
    let names: NewNames
    /// One end, with its parts.
    private struct Side {
        let catalog: Catalog
        let parts: [ObjectID: [ObjectID]]
    }

    private let before: Side
    private let after: Side
    private let partitions: [[String]: [Partition]]

    init(start: Catalog, target: Catalog, renames: Renames) {
        self.start = start
        self.target = target
        names = NewNames(start: start, target: target, renames: renames)
        before = Side(catalog: start, parts: start.partsByParent())
        after = Side(catalog: target, parts: target.partsByParent())
        var partitions: [[String]: [Partition]] = [:]
        for id in start.ids(of: .partition) {
            if let body: Partition = start.body(id) { partitions[body.parent, default: []].append(body) }
        }
        self.partitions = partitions
    }

    /// `nil` for what gets its rows from elsewhere.
    func table(_ id: ObjectID) -> SeedTable? {
        guard let body: Table = start.body(id), body.server == nil, !isPartition(id) else { return nil }
        let new = ObjectID(.table, path: names.table(id))
        // Who owns it sees no row of it either.
        let newBody: Table? = target.body(new)
        guard !body.forcedRowSecurity, newBody?.forcedRowSecurity != true else { return nil }
        let rowIDs = Set([(before, id), (after, new)].compactMap(rowID))
        var checks: [String] = []
        var references: [SeedTable.Reference] = []
        var columns: [SeedTable.Column] = []
        for member in before.parts[id] ?? [] where member.kind == .column {
            guard let column: Column = start.body(member), column.generated == nil else { continue }
            let newColumn: Column? = names.column(member).flatMap { target.body($0) }
            let domains = domainChecks(before, column.type) + domainChecks(after, newColumn?.type)
            checks += domains.map { RowForecast.replacingValue(in: $0, by: SQL.quoted(name: member.name)) }
            let isNotNull =
                rowIDs.contains(member.name) || column.notNull || newColumn?.notNull == true
                || isNotNull(column.type, start)
            columns.append(
                SeedTable.Column(
                    name: member.name, type: column.type, newType: newColumn?.type, takesNull: !isNotNull,
                    isIdentity: column.identity != nil))
        }
        let own = Set(columns.map(\.name))
        // What is asked at the other end only of columns that are there under the same names.
        let isSameTable = new.path == id.path
        let constraints = (before.parts[id] ?? []).compactMap { start.body($0) as Constraint? }
        let others = isSameTable ? (after.parts[new] ?? []).compactMap { target.body($0) as Constraint? } : []
        for constraint in constraints + others where Set(constraint.columns).isSubset(of: own) {
            var reader = SQLReader(
                constraint.clause.value.isEmpty ? constraint.definition : constraint.clause.value, start.dialect.syntax)
            guard let text = ConstraintText(&reader) else { continue }
            switch text.form {
            case .check(let condition): if !checks.contains(condition) { checks.append(condition) }
            case .reference(let columns, let table, let targets, _):
                let path = constraint.references.isEmpty ? table : constraint.references
                let known = start.contains(ObjectID(.table, path: path))
                guard known, !references.contains(where: { $0.columns == columns }) else { continue }
                references.append(
                    .init(columns: columns, table: path, targets: targets.isEmpty ? primaryKey(of: path) : targets))
            case .notNull, .unique, .exclusion, .indexed, .none: continue
            }
        }
        return SeedTable(
            path: id.path, columns: columns, checks: checks, references: references,
            partitionValues: partitionValues(of: id, body))
    }

    /// SQLite: the column that is another name of the rowid, and never NULL.
    private func rowID(_ side: Side, _ id: ObjectID) -> String? {
        guard !side.catalog.dialect.syntax.hasSearchPath else { return nil }
        let key = side.parts[id]?.lazy.compactMap { side.catalog.body($0) as Constraint? }
            .first { $0.type == .primaryKey }
        return key?.columns.count == 1 ? key?.columns.first : nil
    }

    private func isPartition(_ id: ObjectID) -> Bool { start.contains(ObjectID(.partition, path: id.path)) }

    private func primaryKey(of path: [String]) -> [String] {
        (before.parts[ObjectID(.table, path: path)] ?? []).lazy.compactMap { start.body($0) as Constraint? }
            .first { $0.type == .primaryKey }?.columns ?? []
    }

    private func partitionValues(of id: ObjectID, _ body: Table) -> [String: [String]] {
        var values: [String: [String]] = [:]
        var key = body.partitionColumns.value
        var waiting = partitions[id.path] ?? []
        while let partition = waiting.popLast() {
            // The first list is that of the values, or of the lower bounds.
            let list = partition.values.value.first ?? []
            switch body.partitionStrategy.value {
            case "LIST": if let column = key.first { values[column, default: []] += list }
            case "RANGE": for (column, value) in zip(key, list) { values[column, default: []].append(value) }
            default: key = []
            }
        }
        return values.mapValues { $0.filter { !["MINVALUE", "MAXVALUE", "NULL"].contains($0.uppercased()) } }
    }

    private func domain(_ type: String?, _ catalog: Catalog) -> ObjectID? {
        guard let type, type.contains("."), let path = try? Address.parts(type) else { return nil }
        let id = ObjectID(.domain, path: path)
        return catalog.contains(id) ? id : nil
    }

    private func isNotNull(_ type: String, _ catalog: Catalog) -> Bool {
        guard let id = domain(type, catalog), let body: Domain = catalog.body(id) else { return false }
        return body.notNull || isNotNull(body.type, catalog)
    }

    private func domainChecks(_ side: Side, _ type: String?) -> [String] {
        guard let id = domain(type, side.catalog), let body: Domain = side.catalog.body(id) else { return [] }
        let own = (side.parts[id] ?? []).compactMap { (side.catalog.body($0) as DomainConstraint?)?.definition }
        let texts = own.compactMap { definition -> String? in
            var reader = SQLReader(definition, side.catalog.dialect.syntax)
            guard case .check(let text) = ConstraintText(&reader)?.form else { return nil }
            return text
        }
        return texts + domainChecks(side, body.type)
    }
}
