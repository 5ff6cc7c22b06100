import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Program {
    /// Starts a program and kills it after a time, unless it has ended by then; returns whether it was killed.
    static func killed(
        after delay: Duration, _ path: String, _ arguments: [String], in folder: String
    ) async throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await Task.sleep(for: delay)
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
