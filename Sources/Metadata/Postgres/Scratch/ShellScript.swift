import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs a script of `/bin/sh` and reads what it prints.
enum ShellScript {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Throws what it printed where it ends with another status than 0.
    static func run(_ text: String, _ arguments: [String]) async throws(Failed) -> String {
        // Waiting blocks, so it has a thread of its own.
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<String, Failed>, Never>) in
            DispatchQueue.global().async {
                do throws(Failed) {
                    continuation.resume(returning: .success(try wait(text, arguments)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private static func wait(_ text: String, _ arguments: [String]) throws(Failed) -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw fault("no pipe can be made", errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        // What the program has inherited is closed: whoever waits for that to be closed waits for this program and not for
        // the server that it leaves behind.
        #if canImport(Glibc)
            for descriptor: Int32 in 3..<1024 where fcntl(descriptor, F_GETFD) >= 0 {
                posix_spawn_file_actions_addclose(&actions, descriptor)
            }
        #else
            var attributes: posix_spawnattr_t?
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
        #endif
        var texts: [UnsafeMutablePointer<CChar>?] = (["sh", "-c", text, "sh"] + arguments).map { strdup($0) }
        texts.append(nil)
        defer { for text in texts { free(text) } }
        var process = pid_t()
        #if canImport(Glibc)
            let code = posix_spawn(&process, "/bin/sh", &actions, nil, texts, environ)
        #else
            let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, texts, environ)
        #endif
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { throw fault("/bin/sh can't be run", code) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            if count > 0 { output += buffer[..<count] }
            if count == 0 || count < 0 && errno != EINTR { break }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw fault("the end of /bin/sh can't be waited for", errno) }
        }
        let printed = String(decoding: output, as: UTF8.self)
        guard status == 0 else {
            throw Failed(description: printed.split(separator: "\n").joined(separator: "; "))
        }
        return printed
    }

    private static func fault(_ what: String, _ code: Int32) -> Failed {
        Failed(description: "\(what): \(String(cString: strerror(code)))")
    }
}
