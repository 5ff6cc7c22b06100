package import AutogenSchema

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs another program.
///
/// Written on `posix_spawn`: the whole of Foundation, which has a type for this, takes longer to load than a check takes.
package enum Subprocess {
    package struct Failed: ExplainedError {
        package let explanation: Explanation
        package var category: ErrorCategory { .usage }

        init(_ reason: String) { explanation = Explanation(reason) }
    }

    /// Runs a line of shell with arguments `$1`, `$2`, ... and this program's terminal, and returns its exit status.
    ///
    /// `environment` are variables beside those of this process. The program has the terminal until it ends, so a
    /// cancelled task waits for it too.
    package static func run(
        line: String, _ arguments: String..., environment: [(String, String)] = []
    ) async throws -> Int32 {
        let variables = environment.map { "\($0.0)=\($0.1)" }
        let child: pid_t
        switch spawn("env", variables + ["/bin/sh", "-c", line, "sh"] + arguments, output: nil) {
        case .started(let process): child = process
        case .failed(let code): throw Failed("/bin/sh can't be run: \(String(cString: strerror(code)))")
        }
        return try await Task.detached { () async throws -> Int32 in
            var status: Int32 = 0
            while true {
                let ended = waitpid(child, &status, WNOHANG)
                if ended == child { break }
                guard ended == 0 || errno == EINTR else { throw Failed("the end of /bin/sh can't be waited for") }
                try? await Task.sleep(for: .milliseconds(10))
            }
            return exitCode(status) ?? 128 + (status & 0x7F)
        }.value
    }

    /// Runs a program with its output in a file and waits for the end; `nil` when it could not be started, was killed or
    /// took too long.
    package static func run(
        _ program: String, _ arguments: [String], output: String, limit: Duration? = nil
    ) async throws -> Int32? {
        guard case .started(let child) = spawn(program, arguments, output: output) else { return nil }
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
        return exitCode(status)
    }

    /// The macros of `<sys/wait.h>`: the low seven bits hold the signal that ended it, the next byte the exit status.
    private static func exitCode(_ status: Int32) -> Int32? {
        status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    private enum Start {
        case started(pid_t)
        /// With the number of the system's error.
        case failed(Int32)
    }

    /// Starts a program of the search path; without a file for its output it has this program's input and output.
    private static func spawn(_ program: String, _ arguments: [String], output: String?) -> Start {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        let fault = posix_spawn_file_actions_init(&actions)
        guard fault == 0 else { return .failed(fault) }
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        var words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, nil, words, environ)
        return code == 0 ? .started(child) : .failed(code)
    }
}
