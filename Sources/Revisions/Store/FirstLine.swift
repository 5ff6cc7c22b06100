#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The first line of a file, without reading the rest: what a snapshot says of itself.
enum FirstLine {
    /// `nil` when the file can't be read, or when its first line is no UTF-8.
    static func read(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            let part = buffer[..<count]
            if let end = part.firstIndex(of: UInt8(ascii: "\n")) {
                bytes += part[..<end]
                break
            }
            bytes += part
            if count < buffer.count { break }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
