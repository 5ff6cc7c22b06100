import CSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a connection that writes may take of the machine: memory for pages, and threads that sort for an index.
///
/// Both are limits, reached only by work that needs them, so a table of any length is rebuilt in the same memory. With
/// SQLite's own, 2 MB and no thread beside the caller's, five million rows are indexed in a third more time.
/// A caller's `PRAGMA` of the same name replaces each. See <https://www.sqlite.org/pragma.html#pragma_threads>.
enum Workspace {
    static let kilobytes = 8192

    static var threads: Int { min(4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    static func provide(to handle: OpaquePointer?) {
        // A refusal, as of the second while another process holds the file, leaves SQLite's own limit, which does as well.
        sqlite3_exec(handle, "PRAGMA threads = \(threads); PRAGMA cache_size = -\(kilobytes)", nil, nil, nil)
    }
}
