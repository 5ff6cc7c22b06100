import Autogen
import AutogenRevisions

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The project as it would be committed now.
enum StagedProject {
    /// Lends options that name the configuration of Git's index, beside what else of the project is there, and the folder of
    /// the project itself.
    static func with(
        _ options: GlobalOptions, _ body: @Sendable (GlobalOptions, String) async throws -> Void
    ) async throws {
        let file = options.config ?? NewProject.configurationFile
        let slash = file.lastIndex(of: "/")
        let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
        let (project, libraries) = try await GitTree.with(.index, of: folder, paths: [name]) { tree in
            let path = "\(tree.folder)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else {
                throw UsageError("\(file) is not among what would be committed: git add \(file)")
            }
            let project = try Project(
                configuration: path, environment: options.env.first, mayLackDatabase: true,
                values: options.givenValues())
            let own = tree.folder + "/"
            return (project, project.extensions.filter { $0.hasPrefix(own) }.map { $0.dropFirst(own.count) })
        }
        let revisions = project.revisions
        let paths = [name, "*.sql", revisions.scripts, revisions.snapshots] + revisions.others + project.sources
        try await GitTree.with(.index, of: folder, paths: paths) { tree in
            // What is built is not committed.
            for library in libraries where FileManager.default.fileExists(atPath: "\(folder)/\(library)") {
                let place = URL(filePath: "\(tree.folder)/\(library)")
                guard !FileManager.default.fileExists(atPath: place.path) else { continue }
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.createSymbolicLink(
                    atPath: place.path,
                    withDestinationPath: URL(filePath: "\(folder)/\(library)").absoluteURL.path)
            }
            var staged = options
            staged.config = "\(tree.folder)/\(name)"
            try await body(staged, folder)
        }
    }
}
