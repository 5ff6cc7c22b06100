import AutogenMetadata

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Declared files that are written as a whole, and given back their texts where that was not to be.
struct DeclaredFiles {
    private let files: [(file: SchemaText.EditedFile, path: String, before: Data?)]
    /// Files that the sources name stay, even with nothing in them.
    private let named: Set<String>

    init(_ files: [SchemaText.EditedFile], in project: Project) throws(AutogenError) {
        named = Set(project.sources)
        var all: [(file: SchemaText.EditedFile, path: String, before: Data?)] = []
        for file in files {
            let path = file.name.hasPrefix("/") || project.root == "." ? file.name : "\(project.root)/\(file.name)"
            let before = FileManager.default.contents(atPath: path)
            guard file.isNew == (before == nil) else { throw file.isNew ? .exists(file.name) : .notWritten(file.name) }
            all.append((file, path, before))
        }
        self.files = all
    }

    var names: [String] { files.map(\.file.name) }

    func isRemoved(_ file: SchemaText.EditedFile) -> Bool { file.text == nil && !named.contains(file.name) }

    /// Writes all of them, or none.
    func write() throws(AutogenError) {
        for (file, path, before) in files {
            do {
                if isRemoved(file) {
                    try FileManager.default.removeItem(atPath: path)
                } else {
                    let folder = URL(filePath: path).deletingLastPathComponent()
                    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                    let mark: [UInt8] = before?.starts(with: [0xEF, 0xBB, 0xBF]) == true ? [0xEF, 0xBB, 0xBF] : []
                    try (Data(mark) + Data((file.text ?? "").utf8)).write(to: URL(filePath: path), options: .atomic)
                }
            } catch {
                restore()
                throw .notWritten(file.name)
            }
        }
    }

    func restore() {
        for (_, path, before) in files {
            if let before {
                try? before.write(to: URL(filePath: path), options: .atomic)
            } else {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }
}
