import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The rows that a query brings into a new table, as the table keeps them.
struct RowCopy {
    /// A column whose values are taken as they are.
    struct Source {
        let type: String
        let isStrict: Bool
    }

    let query: SQL
    /// The columns that the query fills, in its order.
    let columns: [String]
    let table: TableText
    /// What the query takes for them; `nil` for what it computes, and at the end for what it does not say.
    let types: [Source?]
    let dialect: Dialect

    init(query: SQL, columns: [String], table: TableText, types: [Source?], _ dialect: Dialect) {
        self.query = query
        self.columns = columns
        self.table = table
        self.types = types
        self.dialect = dialect
    }

    /// With the columns in the order of the table.
    func source(as alias: String) -> ForecastRows {
        let items = table.columns.map { column in "\(value(of: column)) AS \(name: column.name)" as SQL }
        let generated = table.columns.compactMap { column in
            column.generated.map { ForecastRows.Generated(column: column.name, expression: .enclosed($0)) }
        }
        return ForecastRows(
            query: """
                WITH autogen_copy (\(names: columns)) AS (\(query)
                ) SELECT \(items, separator: ", ") FROM autogen_copy
                """, columns: table.columns.map { ($0.name, $0.type) }, generated: generated, key: shownKey, as: alias,
            dialect)
    }

    /// What the query gives to a column, as a source by itself.
    var given: ForecastRows {
        ForecastRows(
            query: query(named: columns), columns: columns.map { ($0, "") }, generated: [], key: [], as: "autogen_copy",
            dialect)
    }

    private func query(named names: [String]) -> SQL {
        "WITH autogen_copy (\(names: names)) AS (\(query)\n) SELECT * FROM autogen_copy"
    }

    /// SQLite: which rows have a value that a column refuses, since the table is strict or the column is its rowid.
    var misfits: [(column: ColumnText, condition: SQL)] {
        guard !dialect.syntax.hasSearchPath else { return [] }
        return table.columns.compactMap { column in
            let kept: SQL
            if table.isRowID(column.name) {
                kept = "integer"
            } else if table.isStrict {
                switch Affinity(column.type, strict: true) {
                case .integer, .numeric: kept = "integer"
                case .real: kept = "real"
                case .text: kept = "text"
                case .none:
                    guard column.type.uppercased() == "BLOB" else { return nil }
                    kept = "blob"
                }
            } else {
                return nil
            }
            let name: SQL = "\(name: column.name)"
            return (column, "\(name) IS NOT NULL AND typeof(\(name)) <> \(literal: kept.text)")
        }
    }

    /// PostgreSQL: the columns that are given something of another type.
    var assigned: [ColumnText] {
        guard dialect.syntax.hasSearchPath else { return [] }
        return columns.enumerated().compactMap { place, name in
            guard let column = table.columns.first(where: { $0.name == name }) else { return nil }
            let old = types.indices.contains(place) ? types[place] : nil
            return old?.type == column.type ? nil : column
        }
    }

    private var shownKey: [String] {
        let keys = table.primaryKey.compactMap { SQLReader.name(in: $0, dialect.syntax) }
        return table.columns.filter { column in
            keys == [column.name]
                && ["integer", "int", "bigint", "smallint", "uuid"].contains(column.type.lowercased())
        }.map(\.name)
    }

    private func value(of column: ColumnText) -> SQL {
        let isPostgres = dialect.syntax.hasSearchPath
        let affinity = Affinity(column.type, strict: table.isStrict)
        guard
            let place = columns.firstIndex(where: { dialect.syntax.key(of: $0) == dialect.syntax.key(of: column.name) })
        else {
            if column.isIdentity { return "row_number() OVER ()" }
            let value = SQL.enclosed(column.generated ?? column.value ?? "NULL")
            return isPostgres ? "CAST(\(value) AS \(raw: column.type))" : affinity.stored(value)
        }
        let collation: SQL = column.collation.map { " COLLATE \(raw: $0)" } ?? ""
        let given: SQL = "\(name: column.name)"
        let old = types.indices.contains(place) ? types[place] : nil
        guard !isPostgres else {
            return old?.type == column.type ? given : "CAST(\(given) AS \(raw: column.type))\(collation)"
        }
        // A column keeps what decides how its values are compared.
        if let old, Affinity(old.type, strict: old.isStrict) == affinity { return given + collation }
        return affinity == .text ? "CAST(\(given) AS TEXT)\(collation)" : affinity.stored(given) + collation
    }
}
