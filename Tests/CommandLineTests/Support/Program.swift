import Dispatch
import Foundation

/// The built executable, run as a person or a script runs it.
struct Program {
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that the build puts the executable in, beside the tests.
    static var folder: URL {
        get throws {
            let places = [CommandLine.arguments.first ?? ""] + Bundle.allBundles.map(\.bundlePath)
            for place in places {
                var folder = URL(filePath: place)
                while folder.path.count > 1 {
                    folder.deleteLastPathComponent()
                    if FileManager.default.isExecutableFile(atPath: folder.appending(path: "autogen").path) {
                        return folder
                    }
                }
            }
            throw Missing(what: "the executable autogen, beside the tests")
        }
    }

    struct Missing: Error {
        let what: String
    }

    /// Runs a program until it ends; it gets a SIGINT once `isDue` says so.
    @discardableResult
    static func run(
        _ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        interruptedWhen isDue: (() async throws -> Bool)? = nil
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        var all = ProcessInfo.processInfo.environment
        for name in all.keys where name.hasPrefix("DATABASE_") { all[name] = nil }
        process.environment = all.merging(environment) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        if let isDue {
            while try await !isDue(), process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
            process.interrupt()
        }
        async let outputText = text(of: output)
        async let errorText = text(of: errors)
        let outcome = await (outputText, errorText)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: outcome.0, errors: outcome.1)
    }

    /// On a thread of its own, since reading blocks until the program ends.
    private static func text(of pipe: Pipe) async -> String {
        let handle = pipe.fileHandleForReading
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: String(decoding: handle.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }
}
