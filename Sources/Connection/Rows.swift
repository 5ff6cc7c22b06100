/// The result of a query: column names and rows, read by column name with typed getters.
///
/// ```swift
/// let rows = try await connection.query("SELECT 1 AS id, 'ada' AS name")
/// for row in rows { print(try row.int("id"), try row.string("name")) }
/// ```
public struct Rows: Sendable, Hashable, RandomAccessCollection {
    public let columns: [String]
    let values: [Value]

    /// Takes the values row by row; their number must be a multiple of the number of columns.
    public init(columns: [String], values: [Value]) {
        self.columns = columns
        self.values = values
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { columns.isEmpty ? 0 : values.count / columns.count }
    public subscript(index: Int) -> Row { Row(rows: self, base: index * columns.count) }
}

/// One row of a result.
public struct Row: Sendable {
    let rows: Rows
    let base: Int

    public var columns: [String] { rows.columns }

    /// The value in the column at this position, counted from 0.
    public subscript(position: Int) -> Value { rows.values[base + position] }

    /// The position of a column, or `nil` when the query returned none of that name.
    public func position(of column: String) -> Int? { rows.columns.firstIndex(of: column) }

    public func value(_ column: String) throws(DatabaseError) -> Value {
        guard let position = position(of: column) else {
            throw DatabaseError(
                .result,
                message: "the result has no column \"\(column)\"; it has \(rows.columns.joined(separator: ", "))")
        }
        return self[position]
    }

    public func string(_ column: String) throws(DatabaseError) -> String {
        try unwrap(column, value(column).text, "text")
    }

    public func optionalString(_ column: String) throws(DatabaseError) -> String? { try value(column).text }

    public func int(_ column: String) throws(DatabaseError) -> Int {
        try unwrap(column, value(column).integer.flatMap { Int(exactly: $0) }, "an integer")
    }

    public func optionalInt(_ column: String) throws(DatabaseError) -> Int? {
        try value(column).integer.flatMap { Int(exactly: $0) }
    }

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
