#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Paths without symbolic links, for many files of few folders: each folder is followed once.
struct RealPaths {
    private var folders: [String: String] = [:]

    /// The same as ``FilePath/real(_:)``.
    mutating func path(_ path: String) -> String {
        var status = stat()
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex, lstat(path, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return FilePath.real(path) }
        let folder = String(path[..<slash])
        let real = folders[folder] ?? FilePath.real(folder)
        folders[folder] = real
        return real == "/" ? String(path[slash...]) : real + path[slash...]
    }
}
