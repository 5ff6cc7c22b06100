import ArgumentParser
public import Autogen
import AutogenSchema
import Dispatch

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

/// The program `autogen`, to be carried by an executable of one's own too.
///
/// ```swift
/// import AutogenCLI
///
/// await AutogenCommandLine.main()
/// ```
public enum AutogenCommandLine {
    /// The environment of the command that runs; each task has its own.
    @TaskLocal static var environment: any MigrationEnvironment = DefaultEnvironment()

    /// Runs the command that the process was started with, and exits with its code.
    ///
    /// An interrupt (Ctrl-C), a closed terminal or a request to end cancels the command, which rolls back and cleans up; a
    /// second one ends it at once, and so do ten seconds.
    ///
    /// - Parameter environment: how the commands reach the database, and what they heed.
    public static func main(environment: any MigrationEnvironment = DefaultEnvironment()) async -> Never {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let command = Task { await $environment.withValue(environment) { await run(arguments) } }
        let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if command.isCancelled { exit(ExitStatus.interrupted.rawValue) }
                command.cancel()
                // What can't be cancelled, such as the opening of a file that never comes, does not hold the process.
                DispatchQueue.global().asyncAfter(deadline: .now() + 10) { exit(ExitStatus.interrupted.rawValue) }
            }
            source.activate()
            return source
        }
        let code = await command.value
        for source in signals { source.cancel() }
        exit(code)
    }

    /// Runs one command and returns its exit code.
    static func run(_ arguments: [String]) async -> Int32 {
        do {
            let arguments = GlobalOptions.arranged(arguments)
            try UnknownCommand.refuse(arguments.first)
            var command = try RootCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitStatus.done.rawValue
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: any Error) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        let terminal = Terminal(.auto, environment: ProcessInfo.processInfo.environment)
        if error is CancellationError {
            terminal.say("\(terminal.error("error:", .removed)) interrupted")
            return ExitStatus.interrupted.rawValue
        }
        if let error = error as? any ExplainedError {
            let status = ExitStatus(error.category)
            let text = status == .interrupted ? "interrupted" : CommandLineAdvice.text(of: error)
            let hasPlace = text.prefix { $0 != "\n" }.contains(": error: ")
            terminal.say(hasPlace ? text : "\(terminal.error("error:", .removed)) \(text)")
            return status.rawValue
        }
        let message = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error) != .success else {
            terminal.print(message)
            return ExitStatus.done.rawValue
        }
        terminal.say(message.hasPrefix("Error:") ? "error:" + message.dropFirst(6) : message)
        return ExitStatus.usage.rawValue
    }
}
