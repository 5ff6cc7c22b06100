import AutogenConnection
import CSQLite

extension StandIns {
    /// Makes the names known to a connection (<https://www.sqlite.org/c3ref/create_collation.html>,
    /// <https://www.sqlite.org/c3ref/create_function.html>).
    func register(with database: SQLiteDatabase) throws(DatabaseError) {
        for name in collations {
            let code = sqlite3_create_collation_v2(
                database.handle, name, SQLITE_UTF8, nil,
                { _, leftCount, left, rightCount, right in
                    let left = UnsafeRawBufferPointer(start: left, count: Int(leftCount))
                    let right = UnsafeRawBufferPointer(start: right, count: Int(rightCount))
                    return left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
                }, nil)
            try Self.check(code, "collation", name)
        }
        for function in functions {
            // Deterministic, since indexes and generated columns take no other.
            let code = sqlite3_create_function_v2(
                database.handle, function.name, Int32(clamping: function.arguments ?? -1),
                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil,
                { context, _, _ in sqlite3_result_null(context) }, nil, nil, nil)
            try Self.check(code, "function", function.name)
        }
    }

    private static func check(_ code: Int32, _ what: String, _ name: String) throws(DatabaseError) {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            .connection, code: ResultCode.name(code), message: "cannot register a stand-in for the \(what) \(name)")
    }
}
