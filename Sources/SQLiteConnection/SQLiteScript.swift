import AutogenConnection
import AutogenSQLText
import AutogenSchema
import CSQLite

/// The text of one or more statements on its way through SQLite, statement by statement.
struct SQLiteScript {
    private let text: String
    private let bytes: [UInt8]
    private let path: String

    init(_ sql: SQL, path: String) throws(DatabaseError) {
        try sql.checkNoNUL()
        text = sql.text
        bytes = Array(sql.text.utf8)
        self.path = path
    }

    func query(_ database: SQLiteDatabase) throws(DatabaseError) -> Rows {
        var offset = 0
        guard let statement = try prepare(database, from: &offset) else { return Rows(columns: [], values: []) }
        defer { sqlite3_finalize(statement) }
        let rest = statementStart(from: offset)
        guard rest == bytes.count else {
            throw DatabaseError(
                .statement, code: ResultCode.name(SQLITE_MISUSE), message: "a query must be one statement",
                position: characters(upTo: rest) + 1)
        }
        return try run(statement, database, start: 0, keepingRows: true)
    }

    func execute(_ database: SQLiteDatabase) throws(DatabaseError) {
        var offset = 0
        while offset < bytes.count {
            let start = offset
            guard let statement = try prepare(database, from: &offset) else { continue }
            defer { sqlite3_finalize(statement) }
            _ = try run(statement, database, start: start, keepingRows: false)
        }
    }

    /// Prepares the statement at `offset` and moves `offset` behind it; `nil` for a piece of only spaces and comments.
    private func prepare(_ database: SQLiteDatabase, from offset: inout Int) throws(DatabaseError) -> OpaquePointer? {
        var statement: OpaquePointer?
        let start = offset
        var consumed = 0
        let code = bytes.withUnsafeBytes { buffer -> Int32 in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self), start < buffer.count else {
                return SQLITE_OK
            }
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                database.handle, base + start, Int32(clamping: buffer.count - start), 0, &statement, &tail)
            consumed = tail.map { $0 - (base + start) } ?? 0
            return code
        }
        guard code == SQLITE_OK else {
            let place = Int(sqlite3_error_offset(database.handle))
            throw error(code, database, at: place >= 0 ? start + place : statementStart(from: start))
        }
        offset = statement == nil && consumed == 0 ? bytes.count : start + consumed
        return statement
    }

    /// Where a statement begins behind spaces, semicolons and comments; the end of the text when there is none.
    private func statementStart(from offset: Int) -> Int {
        var lexer = SQLLexer(bytes, .sqlite, from: offset)
        while let token = lexer.next() {
            if !token.isComment, token.kind != .semicolon { return token.range.lowerBound }
        }
        return bytes.count
    }

    private func run(
        _ statement: OpaquePointer, _ database: SQLiteDatabase, start: Int, keepingRows: Bool
    ) throws(DatabaseError) -> Rows {
        database.watch.began(bytes[statementStart(from: start)...])
        let count = sqlite3_column_count(statement)
        var values: [Value] = []
        while true {
            let code = sqlite3_step(statement)
            switch code {
            case SQLITE_ROW:
                guard keepingRows else { continue }
                for column in 0..<count { values.append(Value(statement, column)) }
            case SQLITE_DONE:
                return Rows(columns: keepingRows ? columnNames(statement, count) : [], values: values)
            default:
                throw error(code, database, at: statementStart(from: start))
            }
        }
    }

    private func columnNames(_ statement: OpaquePointer, _ count: Int32) -> [String] {
        (0..<count).map { column in sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "" }
    }

    private func characters(upTo offset: Int) -> Int {
        // Every scalar has exactly one byte that does not continue another.
        bytes[..<offset].count { $0 & 0xC0 != 0x80 }
    }

    private func error(_ code: Int32, _ database: SQLiteDatabase, at offset: Int) -> DatabaseError {
        if Task.isCancelled, [SQLITE_INTERRUPT, SQLITE_BUSY, SQLITE_LOCKED].contains(code & 0xFF) {
            return DatabaseError(.cancelled, code: ResultCode.name(code), message: "the task was cancelled")
        }
        if let reach = database.confinement?.takeRefused() {
            return DatabaseError(
                .unsafe, code: ResultCode.name(code), message: "a scratch database reaches nothing else: \(reach)",
                hint: "a schema, and a revision of it, is of one database: take the statement out",
                position: characters(upTo: offset) + 1)
        }
        let reason: DatabaseError.Reason =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked
            case SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_CORRUPT: .connection
            default: .statement
            }
        let message =
            code & 0xFF == SQLITE_NOTADB
            ? "\(path) is not a SQLite database, or it is encrypted" : String(cString: sqlite3_errmsg(database.handle))
        let hint =
            reason == .locked
            ? "another connection holds \(path); end its transaction, or find its process with: fuser \(path)"
            : ApplicationDefined.hint(for: message)
        return DatabaseError(
            reason, code: ResultCode.name(code), message: message, hint: hint, position: characters(upTo: offset) + 1)
    }
}
