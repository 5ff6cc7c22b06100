import AutogenConnection
import CSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the file system says about a database file; SQLite's own "unable to open database file" says nothing.
enum SQLiteFile {
    static func openingError(
        code: Int32, path: String, mode: SQLiteConnection.Mode, handle: OpaquePointer?
    ) -> DatabaseError {
        let name = ResultCode.name(code)
        switch code & 0xFF {
        case SQLITE_NOTADB:
            return DatabaseError(
                .connection, code: name, message: "\(path) is not a SQLite database, or it is encrypted")
        case SQLITE_CANTOPEN:
            return DatabaseError(.connection, code: name, message: "cannot open \(path): \(obstacle(path, mode))")
        default:
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            return DatabaseError(.connection, code: name, message: "cannot open \(path): \(message)")
        }
    }

    private static func obstacle(_ path: String, _ mode: SQLiteConnection.Mode) -> String {
        if isFolder(path) { return "it is a folder" }
        if access(path, F_OK) != 0 {
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            if !folder.isEmpty, !isFolder(folder) { return "there is no folder \(folder)" }
            guard mode == .create else { return "there is no such file" }
            return "the file can't be made in that folder"
        }
        if access(path, R_OK) != 0 { return "no permission to read it" }
        if mode != .readOnly, access(path, W_OK) != 0 { return "no permission to write it" }
        return "in WAL mode SQLite must be able to write \(path)-shm beside it"
    }

    /// What is in the place of a file, unless it is a file, a folder, which has a message of its own, or nothing.
    static func oddity(_ path: String) -> String? {
        var info = stat()
        guard path != ":memory:", stat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG, S_IFDIR: return nil
        case S_IFIFO: return "a pipe"
        case S_IFSOCK: return "a socket"
        default: return "a device"
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a database in WAL mode that can't be opened for lack of a writable folder holds all its data in the
    /// main file, as it does after the last writer has closed it (<https://www.sqlite.org/wal.html#readonly>).
    static func canReadAsImmutable(_ path: String) -> Bool {
        guard access(path, R_OK) == 0, !isFolder(path), usesWAL(path) else { return false }
        var info = stat()
        return stat(path + "-wal", &info) != 0 || info.st_size == 0
    }

    /// Byte 19 of the header is the read version: 2 for WAL (<https://www.sqlite.org/fileformat2.html>).
    private static func usesWAL(_ path: String) -> Bool {
        guard let file = fopen(path, "rb") else { return false }
        defer { fclose(file) }
        var header = [UInt8](repeating: 0, count: 20)
        return fread(&header, 1, header.count, file) == header.count && header[19] == 2
    }

    static func immutableURI(_ path: String) -> String {
        let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        return "file:\(escaped)?immutable=1"
    }
}
