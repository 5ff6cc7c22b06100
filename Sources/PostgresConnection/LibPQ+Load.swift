import AutogenConnection
import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LibPQ {
    /// libpq's functions, or why there are none.
    ///
    /// On Linux the library is opened with the first connection, not with the process: with the two dozen libraries that
    /// it needs in turn it takes longer than all else that happens before a command begins, and who works on SQLite or on
    /// files alone needs none of them installed. On macOS the program is linked to it (see `Package.swift`).
    static let loaded = Result { () throws(DatabaseError) in try load() }

    /// The library's name for version 5 of its interface, which every release since PostgreSQL 8.2 has.
    #if os(macOS)
        private static let fileName = "libpq.5.dylib"
    #else
        private static let fileName = "libpq.so.5"
    #endif

    private static func load() throws(DatabaseError) -> LibPQ {
        // What the program is linked to comes first, so that no second copy is opened beside it.
        if let program = dlopen(nil, RTLD_NOW), dlsym(program, "PQconnectStartParams") != nil {
            return try table(of: program)
        }
        guard let library = dlopen(fileName, RTLD_NOW | RTLD_LOCAL) else {
            let reason = dlerror().map { String(cString: $0) } ?? "\(fileName) was not found"
            throw DatabaseError(.connection, message: "cannot open libpq: \(reason)", hint: hint)
        }
        return try table(of: library)
    }

    private static func table(of library: UnsafeMutableRawPointer) throws(DatabaseError) -> LibPQ {
        let table = UnsafeMutablePointer<LibPQ>.allocate(capacity: 1)
        defer { table.deallocate() }
        if let missing = autogen_libpq_fill(table, library) {
            throw DatabaseError(
                .connection, message: "libpq has no function \(String(cString: missing))", hint: hint)
        }
        return table.pointee
    }

    /// Pipelines came with version 14.
    private static let hint =
        "install PostgreSQL's client library, version 14 or newer (Debian: libpq5, Homebrew: libpq)"
}
