import AutogenSchema

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files as the file system knows them, none of them opened: with the same inode numbers, sizes and times they are the same.
struct FileStates {
    /// Of all of them, in their order.
    let digest: String
    /// When the last of them changed, in seconds since 1970.
    private let newest: Int
    /// When they were looked at.
    private let taken: Int

    /// `nil` when one of them can't be asked.
    /// - Parameter context: what else decides what the files say.
    init?(of paths: [String], context: [String]) {
        taken = time(nil)
        var bytes = Array(context.joined(separator: "\n").utf8)
        var newest = 0
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            #if canImport(Glibc)
                let (written, changed) = (status.st_mtim, status.st_ctim)
            #else
                let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
            #endif
            newest = max(newest, changed.tv_sec)
            bytes.append(0)
            bytes += path.utf8
            bytes.append(0)
            let numbers = [
                Int(truncatingIfNeeded: status.st_ino), Int(status.st_size), written.tv_sec, written.tv_nsec,
                changed.tv_sec, changed.tv_nsec,
            ]
            numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        self.newest = newest
        digest = SHA256.hexadecimal(bytes)
    }

    /// Whether a change after the look would have a later time: clocks of file systems are coarse, some count only seconds.
    var areSettled: Bool { taken - newest > 2 }
}
