import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The rows that a table holds when a statement's turn comes, told by a query on the database as it is before all of them.
struct ForecastRows {
    /// A column that is computed of the others.
    struct Generated {
        var column: String
        let expression: SQL
    }

    /// What stands behind `FROM`.
    private(set) var relation: SQL
    /// The name by which expressions of a statement know the rows.
    let alias: String
    /// In their order.
    private(set) var columns: [String]
    /// The types of those that keep what they are given as their type has it.
    private(set) var types: [String: String]
    private var collations: [String: String] = [:]
    private var generated: [Generated] = []
    /// What tells a row to a person, as expressions on the relation, with the names that they go by.
    private(set) var key: [(name: String, expression: SQL)]
    /// Whether they are those of the table as it is.
    private(set) var isTable = true
    private let dialect: Dialect

    /// Those that a table holds now.
    init(table: TableFacts, as alias: String, _ dialect: Dialect) {
        relation = "\(name: table.path)"
        self.alias = alias
        self.dialect = dialect
        columns = table.columns.map(\.name)
        types = Dictionary(table.columns.map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
        for column in table.columns {
            collations[column.name] = column.collation
            if let text = column.generated {
                generated.append(Generated(column: column.name, expression: .enclosed(text)))
            }
        }
        key = table.shownKey.map { ($0, "\(name: $0)") }
    }

    /// Those of a query whose columns have these names and types.
    ///
    /// - Parameter key: those of the columns that tell a row.
    init(
        query: SQL, columns: [(name: String, type: String)], generated: [Generated], key: [String], as alias: String,
        _ dialect: Dialect
    ) {
        relation = .enclosed(query.text)
        self.alias = alias
        self.dialect = dialect
        self.columns = columns.map(\.name)
        types = Dictionary(columns, uniquingKeysWith: { $1 })
        self.generated = generated
        self.key = key.map { ($0, "\(name: $0)") }
        isTable = false
    }

    /// The relation with its name.
    var from: SQL { "\(relation) AS \(name: alias)" }

    /// The same without the rows of tables that inherit from it.
    var alone: ForecastRows {
        var copy = self
        if isTable, !relation.text.hasPrefix("ONLY ") { copy.relation = "ONLY \(relation)" }
        return copy
    }

    /// The same under another name.
    func named(_ name: String) -> ForecastRows { ForecastRows(self, alias: name) }

    private init(_ other: ForecastRows, alias: String) {
        relation = other.relation
        columns = other.columns
        types = other.types
        collations = other.collations
        generated = other.generated
        key = other.key
        isTable = other.isTable
        dialect = other.dialect
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

extension ForecastRows {
    /// With one more column.
    ///
    /// - Parameter generated: what computes it from then on.
    mutating func add(_ column: String, _ value: SQL, type: String, generated expression: SQL?) {
        project(columns.map { ($0, nil) } + [(column, value)])
        types[column] = type
        if let expression { generated.append(Generated(column: column, expression: expression)) }
    }

    mutating func drop(_ column: String) {
        project(columns.filter { $0 != column }.map { ($0, nil) })
        types[column] = nil
        generated.removeAll { $0.column == column }
    }

    mutating func rename(_ column: String, to name: String) {
        // What computes a column knows the others by the names that they had.
        project(columns.map { $0 == column ? (name, "\(name: alias).\(name: column)") : ($0, nil) })
        types[name] = types.removeValue(forKey: column)
        collations[name] = collations.removeValue(forKey: column)
        generated.removeAll()
    }

    /// With values of another type in some columns.
    mutating func retype(_ values: [(column: String, value: SQL, type: String)]) {
        for (column, _, type) in values { types[column] = type }
        assign(values.map { ($0.column, $0.value) }, where: nil)
    }

    /// With other values in some columns, of those rows that satisfy a condition; what is computed of them changes, too.
    mutating func set(_ values: [(column: String, value: SQL)], where condition: SQL?) {
        assign(values.map { ($0.column, stored($0.value, in: $0.column)) }, where: condition)
        guard !generated.isEmpty else { return }
        assign(generated.map { ($0.column, stored($0.expression, in: $0.column)) }, where: nil)
    }

    private mutating func assign(_ values: [(column: String, value: SQL)], where condition: SQL?) {
        project(
            columns.map { column in
                guard let value = values.last(where: { $0.column == column })?.value else { return (column, nil) }
                guard let condition else { return (column, collated(value, column)) }
                let either: SQL = "CASE WHEN \(condition) THEN (\(value)) ELSE \(name: alias).\(name: column) END"
                return (column, collated(either, column))
            })
    }

    /// What a column makes of a value that it is given.
    private func stored(_ value: SQL, in column: String) -> SQL {
        guard let type = types[column] else { return value }
        return dialect.syntax.hasSearchPath
            ? "CAST(\(value) AS \(raw: type))" : Affinity(type, strict: false).stored(value)
    }

    /// SQLite: an expression has neither the collation nor the affinity of the column that keeps it.
    private func collated(_ value: SQL, _ column: String) -> SQL {
        guard !dialect.syntax.hasSearchPath else { return value }
        let isText = types[column].map { Affinity($0, strict: false) == .text } ?? false
        let whole: SQL = isText ? "CAST(\(value) AS TEXT)" : value
        return collations[column].map { "\(whole) COLLATE \(raw: $0)" } ?? whole
    }

    /// Only the rows that satisfy a condition.
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

extension Affinity {
    /// What a column makes of a value (<https://www.sqlite.org/datatype3.html#type_affinity>): a text is a number where it is
    /// equal to the number that is read of it.
    func stored(_ value: SQL) -> SQL {
        let isNumber: SQL = "typeof(\(value)) = 'text' AND \(value) = CAST(\(value) AS NUMERIC)"
        return switch self {
        case .integer, .numeric:
            """
            CASE WHEN \(isNumber) THEN CAST(\(value) AS NUMERIC) \
            WHEN typeof(\(value)) = 'real' AND \(value) = CAST(\(value) AS INTEGER) THEN CAST(\(value) AS INTEGER) \
            ELSE \(value) END
            """
        case .real:
            "CASE WHEN \(isNumber) OR typeof(\(value)) = 'integer' THEN CAST(\(value) AS REAL) ELSE \(value) END"
        case .text: "CASE WHEN typeof(\(value)) IN ('integer', 'real') THEN CAST(\(value) AS TEXT) ELSE \(value) END"
        case .none: value
        }
    }
}
