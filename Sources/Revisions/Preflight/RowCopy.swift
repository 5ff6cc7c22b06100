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
    func source(as alias: String) -> RowSource {
        let items = table.columns.map { column in "\(value(of: column)) AS \(name: column.name)" as SQL }
        return RowSource(
            query: """
                WITH autogen_copy (\(names: columns)) AS (\(query)
                ) SELECT \(items, separator: ", ") FROM autogen_copy
                """, columns: table.columns.map(\.name), key: shownKey, as: alias)
    }

    /// For the columns of a strict table: which rows have a value that is not of the type.
    var misfits: [(column: ColumnText, condition: SQL)] {
        guard table.isStrict else { return [] }
        return table.columns.compactMap { column in
            let kept: SQL
            switch Affinity(column.type, strict: true) {
            case .integer, .numeric: kept = "integer"
            case .real: kept = "real"
            case .text: kept = "text"
            case .none:
                guard column.type.uppercased() == "BLOB" else { return nil }
                kept = "blob"
            }
            let name: SQL = "\(name: column.name)"
            return (column, "\(name) IS NOT NULL AND typeof(\(name)) <> \(literal: kept.text)")
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
        guard
            let place = columns.firstIndex(where: { dialect.syntax.key(of: $0) == dialect.syntax.key(of: column.name) })
        else {
            if column.isIdentity { return "row_number() OVER ()" }
            let value: SQL = .enclosed(column.generated ?? column.value ?? "NULL")
            return dialect.syntax.hasSearchPath
                ? value : Self.stored(value, Affinity(column.type, strict: table.isStrict))
        }
        let collation: SQL = column.collation.map { " COLLATE \(raw: $0)" } ?? ""
        let given: SQL = "\(name: column.name)"
        guard !dialect.syntax.hasSearchPath else { return given + collation }
        let new = Affinity(column.type, strict: table.isStrict)
        let old = types.indices.contains(place) ? types[place] : nil
        // A column keeps what decides how its values are compared.
        if let old, Affinity(old.type, strict: old.isStrict) == new { return given + collation }
        return Self.stored(given, new) + collation
    }

    /// What a column makes of a value (<https://www.sqlite.org/datatype3.html#type_affinity>): a text is a number where it is
    /// equal to the number that is read of it.
    private static func stored(_ value: SQL, _ affinity: Affinity) -> SQL {
        let isNumber: SQL = "typeof(\(value)) = 'text' AND \(value) = CAST(\(value) AS NUMERIC)"
        return switch affinity {
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
