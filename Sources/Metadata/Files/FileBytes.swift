#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is in a file.
enum FileBytes {
    static func of(_ path: String) throws(SourceFileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        var status = stat()
        let isPlain = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        // A byte more than there should be: what comes short of it is the end.
        let capacity = isPlain ? max(Int(status.st_size) + 1, 1 << 10) : 1 << 16
        var bytes: [UInt8] = []
        while true {
            var got = 0
            let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                repeat { got = read(file, buffer.baseAddress, capacity) } while got < 0 && errno == EINTR
                filled = max(0, got)
            }
            guard got >= 0 else { throw error(path) }
            bytes = bytes.isEmpty ? part : bytes + part
            if got == 0 || isPlain && got < capacity { return bytes }
        }
    }

    private static func error(_ path: String) -> SourceFileError {
        switch errno {
        case ENOENT, ENOTDIR: SourceFileError(.missing(path))
        case EACCES, EPERM: SourceFileError(.unreadable(path, "permission denied"))
        case let number: SourceFileError(.unreadable(path, String(cString: strerror(number))))
        }
    }
}
