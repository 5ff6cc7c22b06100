#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a Swift package finds autogen.
struct PackageReference {
    /// The line of the manifest.
    let dependency: String
    /// How the manifest calls it after that: the last part of its place, as the package manager has it.
    let identity: String

    /// Reads a folder, or the URL of a repository.
    init(_ text: String) {
        let isURL = text.contains("://") || text.hasPrefix("git@")
        let path = isURL ? text : URL(filePath: text).standardizedFileURL.path
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        let last = trimmed.split(separator: "/").last.map(String.init) ?? trimmed
        identity = isURL && last.hasSuffix(".git") ? String(last.dropLast(4)) : last
        let quoted = trimmed.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        dependency = isURL ? ".package(url: \"\(quoted)\", branch: \"main\")" : ".package(path: \"\(quoted)\")"
    }

    /// The checkout that the running program was built in, if it lies there still.
    static func checkout(of program: String) -> String? {
        var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let sources = folder.appending(path: "Sources/AutogenCLI").path
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path),
                FileManager.default.fileExists(atPath: sources)
            {
                return folder.path
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
