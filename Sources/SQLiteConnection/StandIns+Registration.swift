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
                database.handle, function.name, Int32(function.arguments ?? -1),
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

/// What a statement misses that the application defines on its own connections.
enum ApplicationDefined {
    /// How to provide it, by the words of SQLite's message, since it has one code for all of them.
    static func hint(for message: String) -> String? {
        let forms: [(String, (String) -> String?)] = [
            ("no such collation sequence: ", { "collations: [\($0)]" }),
            ("no such function: ", { "functions: [\($0)]" }),
            ("unknown function: ", { "functions: [\($0.hasSuffix("()") ? String($0.dropLast(2)) : $0)]" }),
            ("no such module: ", { _ in nil }),
            ("no such tokenizer: ", { _ in nil }),
            ("unknown tokenizer: ", { _ in nil }),
        ]
        for (beginning, standIn) in forms {
            guard let start = message.firstRange(of: beginning) else { continue }
            let library = "name the library that defines it under \"sqlite: extensions\" in autogen.yaml"
            let name = String(message[start.upperBound...])
            guard let standIn = standIn(name) else { return library }
            return "\(library), or, to read and compare only, \"sqlite: stand-ins: {\(standIn)}\""
        }
        return nil
    }
}
