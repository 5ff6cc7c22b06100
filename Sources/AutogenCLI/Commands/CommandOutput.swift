import Autogen

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a command of the user's prints.
enum CommandOutput {
    /// - Parameter name: what messages call the command: its text may hold a password.
    static func text(of command: String, shownAs name: String) async throws -> String {
        let file = FileManager.default.temporaryDirectory.path + "/autogen-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let status = try await Subprocess.run("/bin/sh", ["-c", command], output: file)
        guard status == 0 else {
            throw ConfigurationError(
                file: name,
                message: status.map { "the command ended with status \($0)" } ?? "the command could not be run")
        }
        return String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }
}
