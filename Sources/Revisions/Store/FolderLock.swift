#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps other commands from writing into a folder, from before its files are read until what follows from them is
/// written: else two that read the same head write two after it.
///
/// It is a lock of the operating system on the folder itself, which leaves no file behind and ends with the process.
struct FolderLock: ~Copyable {
    private let descriptor: CInt

    private init(descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    enum Attempt: ~Copyable {
        case taken(FolderLock)
        case held
        /// The file system has no locks, or does not let the folder be read.
        case impossible(String)
    }

    /// Locks the folder, or where it is not there yet the one that it will be made in.
    static func attempt(_ path: String) -> Attempt {
        let place = nearest(path)
        let descriptor = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return .impossible(String(cString: strerror(errno))) }
        let lock = FolderLock(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let fault = errno
            return fault == EWOULDBLOCK || fault == EINTR ? .held : .impossible(String(cString: strerror(fault)))
        }
        // Whoever held it may have made the folder, or another in its place.
        return nearest(path) == place && lock.isOf(place) ? .taken(lock) : .held
    }

    private static func nearest(_ path: String) -> String {
        var path = path.isEmpty ? "." : path
        while !TextFile.isFolder(path) {
            guard let slash = path.lastIndex(of: "/") else { return "." }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
            if path == "/" { break }
        }
        return path
    }

    private borrowing func isOf(_ path: String) -> Bool {
        var locked = stat()
        var there = stat()
        return fstat(descriptor, &locked) == 0 && stat(path, &there) == 0
            && locked.st_ino == there.st_ino && locked.st_dev == there.st_dev
    }
}

extension RevisionFolder {
    /// Runs what reads the history and writes into it while no other command does.
    ///
    /// - Parameters:
    ///   - limit: how long to wait for another command; then ``RevisionFolderError`` is thrown.
    ///   - onWait: called once when there is one to wait for.
    ///   - onTrouble: called where the file system has no locks; the work goes on.
    package func exclusively<Result>(
        limit: Duration, isolation: isolated (any Actor)? = #isolation, onWait: () -> Void = {},
        onTrouble: (String) -> Void = { _ in }, _ body: () async throws -> Result
    ) async throws -> Result {
        let end = ContinuousClock.now + limit
        var isWaiting = false
        while true {
            switch FolderLock.attempt(scriptFolder) {
            case .taken(let lock):
                let result = try await body()
                _ = consume lock
                return result
            case .impossible(let why):
                onTrouble("\(scripts): can't be locked against other commands: \(why)")
                return try await body()
            case .held:
                guard ContinuousClock.now < end else {
                    throw RevisionFolderError(
                        "\(scripts): another autogen command has been writing here for \(limit.components.seconds) s; "
                            + "nothing was written: run this again when it has ended")
                }
                if !isWaiting { onWait() }
                isWaiting = true
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
