#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Paths as text: joining, and what the file system says of them.
///
/// A check before a commit reads a thousand files and has milliseconds for it, so the system is asked directly.
enum FilePath {
    enum Entry {
        case file
        case folder
        /// A pipe or a device: something to read from when it is named, but nothing that a folder is searched for.
        case other
    }

    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }

    /// `a/b/c.sql` gives `a/b`; a bare name gives `.`.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `a/./b/../c.sql` gives `a/c.sql`, by the text alone.
    static func simplified(_ path: String) -> String {
        guard isUnsimplified(path) else { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// Whether a part is empty or begins with a dot.
    private static func isUnsimplified(_ path: String) -> Bool {
        var isStart = false
        for byte in path.utf8 {
            if isStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return true }
            isStart = byte == UInt8(ascii: "/")
        }
        return isStart || path.isEmpty || path.hasPrefix(".")
    }

    static func entry(_ path: String) -> Entry? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The path without symbolic links, to tell whether two paths mean one file.
    static func real(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
