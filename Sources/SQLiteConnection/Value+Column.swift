import AutogenConnection
import CSQLite

extension Value {
    /// The value of a column in the row that the statement stands on, in its storage class.
    init(_ statement: OpaquePointer, _ column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_NULL: self = .null
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            self = .blob(
                Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))))
        default:
            // The pointer first: asking for the text may convert it and change its length.
            let start = sqlite3_column_text(statement, column)
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
