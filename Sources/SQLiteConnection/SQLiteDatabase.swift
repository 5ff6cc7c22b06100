import AutogenConnection
import CSQLite

/// Owns SQLite's handle.
///
/// Unchecked: it is made and used on the thread of one connection only, and handed over to it for closing.
final class SQLiteDatabase: @unchecked Sendable {
    private(set) var handle: OpaquePointer?
    let watch: StatementWatch
    /// What keeps statements from reaching other files, where they are kept from it.
    let confinement: Confinement?
    private let busyWait: BusyWait

    private init(handle: OpaquePointer?, options: SQLiteConnection.Options) {
        self.handle = handle
        watch = StatementWatch(report: options.onProgress)
        busyWait = BusyWait(limit: options.busyTimeout)
        confinement = options.isConfined ? Confinement() : nil
    }

    deinit { close() }

    /// As SQLite has it: outside of a transaction, each statement commits by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func close() {
        sqlite3_close_v2(handle)
        handle = nil
    }

    static func open(
        path: String, mode: SQLiteConnection.Mode, options: SQLiteConnection.Options
    ) throws(DatabaseError) -> SQLiteDatabase {
        // Opening a pipe waits for whoever writes into it, and no signal ends that.
        if let what = SQLiteFile.oddity(path) {
            throw DatabaseError(.connection, code: "SQLITE_CANTOPEN", message: "cannot open \(path): it is \(what)")
        }
        let database: SQLiteDatabase
        do throws(DatabaseError) {
            database = try opened(path, path: path, mode, options)
        } catch  where mode == .readOnly && SQLiteFile.canReadAsImmutable(path) {
            database = try opened(SQLiteFile.immutableURI(path), path: path, mode, options)
        }
        // What a library defines takes the place of its stand-in.
        try options.standIns.register(with: database)
        try LoadedExtensions.load(options.extensions, into: database)
        // Before there is a busy handler: opening a file that somebody holds must not wait.
        if mode != .readOnly { Workspace.provide(to: database.handle) }
        database.installHandlers()
        database.confinement?.install(on: database.handle)
        return database
    }

    private static func opened(
        _ name: String, path: String, _ mode: SQLiteConnection.Mode, _ options: SQLiteConnection.Options
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
        let database = SQLiteDatabase(handle: handle, options: options)
        let code = opening == SQLITE_OK ? sqlite3_exec(handle, "PRAGMA schema_version", nil, nil, nil) : opening
        switch code & 0xFF {
        case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED: return database
        default: throw SQLiteFile.openingError(code: code, path: path, mode: mode, handle: handle)
        }
    }

    private func installHandlers() {
        // Both handlers run inside the job of the calling task, so they see that task's cancellation and no other's:
        // unlike with sqlite3_interrupt, no cancellation can arrive late and hit the next statement.
        let watch = Unmanaged.passUnretained(watch).toOpaque()
        sqlite3_progress_handler(
            handle, 1000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<StatementWatch>.fromOpaque(context).takeUnretainedValue().look() ? 0 : 1
            }, watch)
        if self.watch.isReporting {
            sqlite3_update_hook(
                handle,
                { context, _, _, _, _ in
                    guard let context else { return }
                    Unmanaged<StatementWatch>.fromOpaque(context).takeUnretainedValue().wroteRow()
                }, watch)
        }
        sqlite3_busy_handler(
            handle,
            { context, attempt in
                guard let context else { return 0 }
                return Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue().wait(attempt: attempt) ? 1 : 0
            }, Unmanaged.passUnretained(busyWait).toOpaque())
    }
}
