#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is in a file, which messages call by a name.
enum FileBytes {
    static func of(_ path: String, name: String) throws(SourceFileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw error(name) }
        defer { close(file) }
        var status = stat()
        let isPlain = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
        // A byte more than there should be: what comes short of it is the end.
        let capacity = isPlain ? Int(status.st_size) + 1 : 1 << 16
        var bytes: [UInt8] = []
        while true {
            var got = 0
            let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                repeat { got = read(file, buffer.baseAddress, capacity) } while got < 0 && errno == EINTR
                filled = max(0, got)
            }
            guard got >= 0 else { throw error(name) }
            bytes = bytes.isEmpty ? part : bytes + part
            if got == 0 || isPlain && got < capacity { return bytes }
        }
    }

    private static func error(_ name: String) -> SourceFileError {
        switch errno {
        case ENOENT, ENOTDIR: SourceFileError(.missing(name))
        case EACCES, EPERM: SourceFileError(.unreadable(name, "permission denied"))
        case EISDIR: SourceFileError(.unreadable(name, "it is a folder"))
        case let number: SourceFileError(.unreadable(name, String(cString: strerror(number))))
        }
    }
}
