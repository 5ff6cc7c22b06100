import Autogen

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks a person at a terminal what only a person can decide.
///
/// A hook, a pipe or a CI job must never hang, so nobody is asked there, nor with `--quiet`, `--no-input` or
/// `--format json`.
struct Prompter: Sendable {
    let terminal: Terminal

    /// `nil` where nobody is there to ask.
    init?(_ options: GlobalOptions, _ terminal: Terminal, isForPrograms: Bool = false) {
        let isCI = ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty && $0 != "false" && $0 != "0" } ?? false
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1, !isCI, !options.noInput, !options.quiet,
            !isForPrograms
        else { return nil }
        self.terminal = terminal
    }

    func answer(_ question: Question) async throws -> Answer {
        terminal.clearShown()
        let head = "\(terminal.error("\(question.object)", .bold)), \(question.rows): \(question.message)"
        switch question.matter {
        case .loss:
            let text = try await ask("\(head)\n  lose it? [y/N] ")
            guard ["y", "yes"].contains(text.lowercased()) else { throw Refused([question]) }
            return .allow
        case .rename:
            let text = try await ask("\(head)\n  is it that one, renamed? [y/n] ")
            switch text.lowercased() {
            case "y", "yes": return .renamed
            case "n", "no": return .different
            default: throw Refused([question])
            }
        case .fill:
            return try await value(
                "\(head)\n  SQL expression for the rows that are there, such as 0 or 'none' (nothing: decide later) ",
                question)
        case .zone:
            return try await value("\(head)\n  time zone, such as UTC (nothing: decide later) ", question)
        }
    }

    private func value(_ text: String, _ question: Question) async throws -> Answer {
        let text = try await ask(text)
        guard !text.isEmpty else { throw Refused([question]) }
        return .value(text)
    }

    private func ask(_ text: String) async throws -> String {
        terminal.sayRaw(text)
        var bytes: [UInt8] = []
        while true {
            // Between two looks an interrupt is heard.
            var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 0) > 0 else {
                try await Task.sleep(for: .milliseconds(30))
                continue
            }
            var byte: UInt8 = 0
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count > 0, byte != UInt8(ascii: "\n") else { break }
            bytes.append(byte)
        }
        let line = String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace)
        return String(line.prefix(upTo: line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex))
    }
}
