#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a command of the user's prints.
enum CommandOutput {
    static func text(of command: String) async throws -> String {
        let file = FileManager.default.temporaryDirectory.path + "/autogen-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let status = try await Subprocess.run("/bin/sh", ["-c", command], output: file)
        guard status == 0 else {
            throw ConfigurationError(
                file: command, message: status.map { "it ended with status \($0)" } ?? "it could not be run")
        }
        return String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
}
