import AutogenSchema

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs a program of the user's, with this one's terminal.
enum ChildProcess {
    struct Failed: ExplainedError {
        let explanation: Explanation
        var category: ErrorCategory { .usage }

        init(_ reason: String) { explanation = Explanation(reason) }
    }

    /// Runs a line of shell with arguments `$1`, `$2`, ... and returns its exit status.
    ///
    /// `environment` are variables beside those of this process.
    static func run(
        _ line: String, _ arguments: String..., environment: [(String, String)] = []
    ) async throws -> Int32 {
        let prefix = environment.map { "\($0.0)=\($0.1)" }
        let all = ["env"] + prefix + ["/bin/sh", "-c", line, "sh"] + arguments
        return try await withCheckedThrowingContinuation { continuation in
            // Waiting blocks, so it has a thread of its own.
            let work = Task.detached { try wait(for: all) }
            Task { continuation.resume(with: await work.result) }
        }
    }

    private static func wait(for arguments: [String]) throws -> Int32 {
        var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        texts.append(nil)
        defer { for text in texts { free(text) } }
        var process = pid_t()
        let fault = posix_spawnp(&process, "env", nil, nil, texts, environ)
        guard fault == 0 else { throw Failed("/bin/sh can't be run: \(String(cString: strerror(fault)))") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw Failed("the end of /bin/sh can't be waited for") }
        }
        // The macros of <sys/wait.h>: the low seven bits hold the signal, the next byte the exit code.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
