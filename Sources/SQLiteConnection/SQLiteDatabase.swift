import AutogenConnection
import CSQLite

/// Owns SQLite's handle.
///
/// Unchecked: it is made and used on the thread of one connection only, and handed over to it for closing.
final class SQLiteDatabase: @unchecked Sendable {
    private(set) var handle: OpaquePointer?
    private let busyWait: BusyWait

    private init(handle: OpaquePointer?, busyTimeout: Duration) {
        self.handle = handle
        busyWait = BusyWait(limit: busyTimeout)
    }

    deinit { close() }

    func close() {
        sqlite3_close_v2(handle)
        handle = nil
    }

    static func open(
        path: String, mode: SQLiteConnection.Mode, busyTimeout: Duration
    ) throws(DatabaseError) -> SQLiteDatabase {
        let database: SQLiteDatabase
        do throws(DatabaseError) {
            database = try opened(path, path: path, mode, busyTimeout)
        } catch  where mode == .readOnly && SQLiteFile.canReadAsImmutable(path) {
            database = try opened(SQLiteFile.immutableURI(path), path: path, mode, busyTimeout)
        }
        database.installHandlers()
        return database
    }

    private static func opened(
        _ name: String, path: String, _ mode: SQLiteConnection.Mode, _ busyTimeout: Duration
    ) throws(DatabaseError) -> SQLiteDatabase {
        var flags =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        // A URI only where this file made it itself: a user's path that starts with "file:" is a path.
        flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (name == path ? 0 : SQLITE_OPEN_URI)
        var handle: OpaquePointer?
        let name = name.hasPrefix("file:") && name == path ? "./" + name : name
        let opening = sqlite3_open_v2(name, &handle, flags, nil)
        let database = SQLiteDatabase(handle: handle, busyTimeout: busyTimeout)
        let code = opening == SQLITE_OK ? sqlite3_exec(handle, "PRAGMA schema_version", nil, nil, nil) : opening
        switch code & 0xFF {
        case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED: return database
        default: throw SQLiteFile.openingError(code: code, path: path, mode: mode, handle: handle)
        }
    }

    private func installHandlers() {
        // Both handlers run inside the job of the calling task, so they see that task's cancellation and no other's:
        // unlike with sqlite3_interrupt, no cancellation can arrive late and hit the next statement.
        sqlite3_progress_handler(handle, 1000, { _ in Task.isCancelled ? 1 : 0 }, nil)
        sqlite3_busy_handler(
            handle,
            { context, attempt in
                guard let context else { return 0 }
                return Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue().wait(attempt: attempt) ? 1 : 0
            }, Unmanaged.passUnretained(busyWait).toOpaque())
    }
}
