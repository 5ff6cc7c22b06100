#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs another program with its output in a file.
///
/// Written on `posix_spawn`: the whole of Foundation, which has a type for this, takes longer to load than a check takes.
enum Subprocess {
    /// Waits for the end and returns the exit status; `nil` when it could not be started, was killed or took too long.
    static func run(
        _ program: String, _ arguments: [String], output: String, limit: Duration? = nil
    ) async throws -> Int32? {
        guard let child = spawn(program, arguments, output) else { return nil }
        let end = limit.map { ContinuousClock.now + $0 }
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            let isLate = end.map { ContinuousClock.now > $0 } ?? false
            guard !isLate, !Task.isCancelled else {
                kill(child, SIGTERM)
                _ = waitpid(child, &status, 0)
                try Task.checkCancellation()
                return nil
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
        // The low bits hold the signal that ended it, the next eight the status.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    private static func spawn(_ program: String, _ arguments: [String], _ output: String) -> pid_t? {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child: pid_t = 0
        return posix_spawn(&child, program, &actions, nil, words, environ) == 0 ? child : nil
    }
}
