#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SchemaFiles {
    /// Writes all files into a folder of the project, or none, and returns their paths.
    func write(to folder: String, of project: Project) throws(AutogenError) -> [String] {
        let files = texts.map { (file: "\(folder)/\($0.path)", text: $0.text) }
        for (file, _) in files where FileManager.default.fileExists(atPath: Self.path(file, project)) {
            throw .exists(file)
        }
        var written: [String] = []
        for (file, text) in files {
            let url = URL(filePath: Self.path(file, project))
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url, options: .withoutOverwriting)
            } catch {
                Self.remove(written, of: project)
                throw .notWritten(file)
            }
            written.append(file)
        }
        return written
    }

    static func remove(_ files: [String], of project: Project) {
        for file in files { try? FileManager.default.removeItem(atPath: path(file, project)) }
    }

    private static func path(_ file: String, _ project: Project) -> String {
        file.hasPrefix("/") || project.root == "." ? file : "\(project.root)/\(file)"
    }
}
