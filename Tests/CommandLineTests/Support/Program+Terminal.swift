import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Program {
    /// Runs a program whose standard input and errors are a terminal, and types the next answer at each question.
    ///
    /// - Parameters:
    ///   - mark: what a question ends with.
    ///   - answers: lines to type; when there are none left, the end of input.
    static func asked(
        _ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        questionsEnd mark: String = "] ", answers: [String]
    ) async throws -> Outcome {
        var (leader, follower): (Int32, Int32) = (-1, -1)
        guard openpty(&leader, &follower, nil, nil, nil) == 0 else { throw Missing(what: "a terminal") }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DATABASE_") }
        all["CI"] = nil
        process.environment = all.merging(environment) { $1 }
        let output = Pipe()
        let terminal = FileHandle(fileDescriptor: follower, closeOnDealloc: false)
        process.standardInput = terminal
        process.standardError = terminal
        process.standardOutput = output
        try process.run()
        close(follower)
        async let outputText = Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
        let session = leader
        let shown = await Task.detached { typing(answers, at: mark, session) }.value
        close(leader)
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: await outputText, as: UTF8.self),
            errors: shown.replacing("\r\n", with: "\n"))
    }

    /// What appeared on the terminal, with what was typed.
    private static func typing(_ answers: [String], at mark: String, _ session: Int32) -> String {
        var shown: [UInt8] = []
        var rest = answers[...]
        var buffer = [UInt8](repeating: 0, count: 4096)
        var seen = 0
        while true {
            let count = read(session, &buffer, buffer.count)
            // The end of the other side is an error on Linux.
            guard count > 0 else { break }
            shown += buffer[..<count]
            guard String(decoding: shown[seen...], as: UTF8.self).hasSuffix(mark) else { continue }
            seen = shown.count
            let answer = Array(((rest.popFirst().map { $0 + "\n" }) ?? "\u{4}").utf8)
            _ = answer.withUnsafeBytes { write(session, $0.baseAddress, $0.count) }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
