/// The result of a query: column names and rows, read by column name with typed getters.
///
/// ```swift
/// let rows = try await connection.query("SELECT 1 AS id, 'ada' AS name")
/// for row in rows { print(try row.int("id"), try row.string("name")) }
/// ```
public struct Rows: Sendable, Hashable, RandomAccessCollection {
    /// The names of the columns, in their order.
    public let columns: [String]
    let cells: any RowCells

    /// Takes the values row by row; their number must be a multiple of the number of columns.
    public init(columns: [String], values: [Value]) {
        self.init(columns: columns, cells: ValueCells(values, columns: columns.count))
    }

    /// Rows whose values stay where they lie.
    package init(columns: [String], cells: any RowCells) {
        self.columns = columns
        self.cells = cells
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of rows; 0 for a result without columns.
    public var endIndex: Int { columns.isEmpty ? 0 : cells.rowCount }
    /// The row at this position, counted from 0.
    public subscript(index: Int) -> Row { Row(rows: self, index: index) }

    private var values: [Value] { flatMap { row in columns.indices.map { row[$0] } } }

    /// Whether the names and all values are the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.columns == right.columns && left.values == right.values
    }

    /// Adds the names and all values.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(columns)
        hasher.combine(values)
    }
}

/// One row of a result.
public struct Row: Sendable {
    let rows: Rows
    let index: Int

    /// The names of the columns, in their order.
    public var columns: [String] { rows.columns }

    /// The value in the column at this position, counted from 0.
    public subscript(position: Int) -> Value { rows.cells.value(row: index, column: position) }

    /// The whole number in the column at a position; `nil` for everything else.
    package func integer(_ position: Int) -> Int64? { rows.cells.integer(row: index, column: position) }

    /// Lends the texts of all columns, `nil` for NULL, as long as `body` runs.
    package func withTexts<Result>(_ body: ([UnsafeRawBufferPointer?]) -> Result) -> Result {
        rows.cells.withTexts(row: index, columns: columns.count, body)
    }

    /// The position of a column, or `nil` when the query returned none of that name.
    public func position(of column: String) -> Int? { rows.columns.firstIndex(of: column) }

    /// The value in the column of this name.
    public func value(_ column: String) throws(DatabaseError) -> Value {
        guard let position = position(of: column) else {
            throw DatabaseError(
                .result,
                message: "the result has no column \"\(column)\"; it has \(rows.columns.joined(separator: ", "))")
        }
        return self[position]
    }

    /// The text in the column of this name, which must not be NULL.
    public func string(_ column: String) throws(DatabaseError) -> String {
        try unwrap(column, value(column).text, "text")
    }

    /// The text in the column of this name; `nil` for NULL.
    public func optionalString(_ column: String) throws(DatabaseError) -> String? { try value(column).text }

    /// The whole number in the column of this name, which must be one.
    public func int(_ column: String) throws(DatabaseError) -> Int {
        try unwrap(column, value(column).integer.flatMap { Int(exactly: $0) }, "an integer")
    }

    /// The whole number in the column of this name; `nil` for NULL, and for what is none.
    public func optionalInt(_ column: String) throws(DatabaseError) -> Int? {
        try value(column).integer.flatMap { Int(exactly: $0) }
    }

    /// The truth value in the column of this name, which must not be NULL.
    public func bool(_ column: String) throws(DatabaseError) -> Bool {
        try unwrap(column, value(column).bool, "a truth value")
    }

    private func unwrap<T>(_ column: String, _ value: T?, _ wanted: String) throws(DatabaseError) -> T {
        guard let value else {
            throw DatabaseError(.result, message: "column \"\(column)\" of the result is not \(wanted)")
        }
        return value
    }
}
