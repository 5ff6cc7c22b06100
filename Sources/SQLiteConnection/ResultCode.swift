/// The names of SQLite's result codes, which the library itself can't tell (<https://www.sqlite.org/rescode.html>).
enum ResultCode {
    /// `SQLITE_CONSTRAINT_UNIQUE` for 2067; the name of the primary code for an extended one newer than this list.
    static func name(_ code: Int32) -> String {
        guard let primary = names[code & 0xFF] else { return "SQLITE_\(code)" }
        let detail = Int(code >> 8)
        guard detail > 0, let details = extended[code & 0xFF], detail <= details.count, !details[detail - 1].isEmpty
        else {
            return "SQLITE_\(primary)"
        }
        return "SQLITE_\(primary)_\(details[detail - 1])"
    }

    private static let names: [Int32: String] = [
        0: "OK", 1: "ERROR", 2: "INTERNAL", 3: "PERM", 4: "ABORT", 5: "BUSY", 6: "LOCKED", 7: "NOMEM", 8: "READONLY",
        9: "INTERRUPT", 10: "IOERR", 11: "CORRUPT", 12: "NOTFOUND", 13: "FULL", 14: "CANTOPEN", 15: "PROTOCOL",
        16: "EMPTY", 17: "SCHEMA", 18: "TOOBIG", 19: "CONSTRAINT", 20: "MISMATCH", 21: "MISUSE", 22: "NOLFS",
        23: "AUTH", 24: "FORMAT", 25: "RANGE", 26: "NOTADB", 27: "NOTICE", 28: "WARNING", 100: "ROW", 101: "DONE",
    ]

    /// By primary code, the names of the extended codes in the order of their number, which is in the bits above the
    /// lowest eight and starts at 1.
    private static let extended: [Int32: [String]] = [
        1: ["MISSING_COLLSEQ", "RETRY", "SNAPSHOT"],
        4: ["", "ROLLBACK"],
        5: ["RECOVERY", "SNAPSHOT", "TIMEOUT"],
        6: ["SHAREDCACHE", "VTAB"],
        8: ["RECOVERY", "CANTLOCK", "ROLLBACK", "DBMOVED", "CANTINIT", "DIRECTORY"],
        10: [
            "READ", "SHORT_READ", "WRITE", "FSYNC", "DIR_FSYNC", "TRUNCATE", "FSTAT", "UNLOCK", "RDLOCK", "DELETE",
            "BLOCKED", "NOMEM", "ACCESS", "CHECKRESERVEDLOCK", "LOCK", "CLOSE", "DIR_CLOSE", "SHMOPEN", "SHMSIZE",
            "SHMLOCK", "SHMMAP", "SEEK", "DELETE_NOENT", "MMAP", "GETTEMPPATH", "CONVPATH", "VNODE", "AUTH",
            "BEGIN_ATOMIC", "COMMIT_ATOMIC", "ROLLBACK_ATOMIC", "DATA", "CORRUPTFS", "IN_PAGE",
        ],
        11: ["VTAB", "SEQUENCE", "INDEX"],
        14: ["NOTEMPDIR", "ISDIR", "FULLPATH", "CONVPATH", "DIRTYWAL", "SYMLINK"],
        19: [
            "CHECK", "COMMITHOOK", "FOREIGNKEY", "FUNCTION", "NOTNULL", "PRIMARYKEY", "TRIGGER", "UNIQUE", "VTAB",
            "ROWID", "PINNED", "DATATYPE",
        ],
        23: ["USER"],
        27: ["RECOVER_WAL", "RECOVER_ROLLBACK", "RBU"],
        28: ["AUTOINDEX"],
    ]
}
