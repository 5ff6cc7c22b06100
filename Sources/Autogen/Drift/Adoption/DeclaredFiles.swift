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

    /// - Parameter mayInclude: whether files may be named by others, which would miss them.
    init(_ files: [SchemaText.EditedFile], in project: Project, mayInclude: Bool) throws(AutogenError) {
        named = Set(project.sources).union(mayInclude ? files.map(\.name) : [])
        var all: [(file: SchemaText.EditedFile, path: String, before: Data?)] = []
        for file in files {
            let name = file.name.hasPrefix("/") || project.root == "." ? file.name : "\(project.root)/\(file.name)"
            // A link stays one.
            let path = URL(filePath: name).resolvingSymlinksInPath().path
            let before = FileManager.default.contents(atPath: path)
            guard file.isNew == (before == nil) else { throw file.isNew ? .exists(file.name) : .notWritten(file.name) }
            guard file.isNew || FileManager.default.isWritableFile(atPath: path) else { throw .notWritten(file.name) }
            all.append((file, path, before))
        }
        self.files = all
    }

    var names: [String] { files.map(\.file.name) }

    /// What becomes of each.
    var outcomes: [AdoptedDrift.File] {
        files.map { file, _, _ in
            AdoptedDrift.File(path: file.name, outcome: file.isNew ? .made : isRemoved(file) ? .removed : .edited)
        }
    }

    private func isRemoved(_ file: SchemaText.EditedFile) -> Bool { file.text == nil && !named.contains(file.name) }

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
                    let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
                    try (Data(mark) + Data((file.text ?? "").utf8)).write(to: URL(filePath: path), options: .atomic)
                    if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
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
