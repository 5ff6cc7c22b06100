import AutogenSchema

/// The rows that a table holds when a statement's turn comes, told by a query on the database as it is before all of them.
struct RowSource {
    /// What stands behind `FROM`.
    private(set) var relation: SQL
    /// The name by which expressions of a statement know the rows.
    let alias: String
    /// In their order.
    private(set) var columns: [String]
    /// What tells a row to a person, as expressions on the relation, with the names that they go by.
    private(set) var key: [(name: String, expression: SQL)]
    /// Whether they are those of the table as it is.
    private(set) var isTable = true

    /// Those that a table holds now.
    init(table: TableFacts, as alias: String) {
        relation = "\(name: table.path)"
        self.alias = alias
        columns = table.columns.map(\.name)
        key = table.shownKey.map { ($0, "\(name: $0)") }
    }

    /// Those of a query whose columns have these names.
    ///
    /// - Parameter key: those of the columns that tell a row.
    init(query: SQL, columns: [String], key: [String], as alias: String) {
        relation = .enclosed(query.text)
        self.alias = alias
        self.columns = columns
        self.key = key.map { ($0, "\(name: $0)") }
        isTable = false
    }

    /// The relation with its name.
    var from: SQL { "\(relation) AS \(name: alias)" }

    /// The same without the rows of tables that inherit from it.
    var alone: RowSource {
        var copy = self
        if isTable { copy.relation = "ONLY \(relation)" }
        return copy
    }

    /// The same under another name.
    func named(_ name: String) -> RowSource { RowSource(self, alias: name) }

    private init(_ other: RowSource, alias: String) {
        relation = other.relation
        columns = other.columns
        key = other.key
        isTable = other.isTable
        self.alias = alias
    }

    /// The keys of the rows that satisfy a condition.
    func rows(where condition: SQL) -> SQL { "SELECT \(keys(of: alias)) FROM \(from) WHERE \(condition)" }

    /// The keys of the rows that are equal to another in all of some expressions.
    ///
    /// - Parameter condition: which rows are compared.
    func equalRows(in keys: [SQL], where condition: SQL) -> SQL {
        let names = key.indices.map { "autogen_key\($0)" }
        let own: [SQL] = zip(names, key).map { "\(name: alias).\($1.expression) AS \(name: $0)" }
        let counted: SQL = "count(*) OVER (PARTITION BY \(keys, separator: ", ")) AS autogen_count"
        let chosen: SQL = names.isEmpty ? "1 AS autogen_key0" : "\(names: names)"
        return """
            SELECT \(chosen) FROM (SELECT \(own + [counted], separator: ", ") FROM \(from) WHERE \(condition)) AS autogen_rows \
            WHERE autogen_count > 1
            """
    }

    private func keys(of alias: String) -> SQL {
        guard !key.isEmpty else { return "1 AS autogen_key0" }
        let parts: [SQL] = key.enumerated().map { "\(name: alias).\($1.expression) AS \(name: "autogen_key\($0)")" }
        return "\(parts, separator: ", ")"
    }
}

extension RowSource {
    /// With one more column.
    mutating func add(_ column: String, _ value: SQL) { project(columns.map { ($0, nil) } + [(column, value)]) }

    mutating func drop(_ column: String) { project(columns.filter { $0 != column }.map { ($0, nil) }) }

    mutating func rename(_ column: String, to name: String) {
        project(columns.map { $0 == column ? (name, "\(name: alias).\(name: column)") : ($0, nil) })
    }

    /// With other values in some columns, of those rows that satisfy a condition.
    mutating func set(_ values: [(column: String, value: SQL)], where condition: SQL?) {
        project(
            columns.map { column in
                guard let value = values.last(where: { $0.column == column })?.value else { return (column, nil) }
                guard let condition else { return (column, value) }
                return (column, "CASE WHEN \(condition) THEN (\(value)) ELSE \(name: alias).\(name: column) END")
            })
    }

    /// Without the rows that do not satisfy a condition.
    mutating func keep(where condition: SQL) { project(columns.map { ($0, nil) }, where: condition) }

    private mutating func project(_ list: [(name: String, value: SQL?)], where condition: SQL? = nil) {
        var items: [SQL] = list.map { name, value in
            value.map { "\($0) AS \(name: name)" } ?? "\(name: alias).\(name: name)"
        }
        var keys: [(name: String, expression: SQL)] = []
        for (index, part) in key.enumerated() {
            let name = "autogen_row\(index)"
            items.append("\(name: alias).\(part.expression) AS \(name: name)")
            keys.append((part.name, "\(name: name)"))
        }
        let end: SQL = condition.map { " WHERE \($0)" } ?? ""
        relation = "(SELECT \(items, separator: ", ") FROM \(from)\(end))"
        columns = list.map(\.name)
        key = keys
        isTable = false
    }
}

extension SQL {
    /// An expression, or a query, in parentheses; a comment at its end must not hide the one that closes.
    static func enclosed(_ text: String) -> SQL { SQL(raw: text.contains("--") ? "(\(text)\n)" : "(\(text))") }
}
