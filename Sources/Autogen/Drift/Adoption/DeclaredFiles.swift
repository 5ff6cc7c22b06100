import AutogenMetadata

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Declared files that are written as a whole, and given back their texts where that was not to be.
struct DeclaredFiles {
    private struct Entry {
        let file: SchemaText.EditedFile
        let path: String
        /// `nil` where there was none.
        let before: Data?
        /// `nil` for a file that goes.
        let after: Data?
        let mode: Any?
    }

    private let entries: [Entry]
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Throws where a file is not any more what the new text was made of.
    ///
    /// - Parameter keepsEmptied: whether files stay of which nothing is left, since others or a source would miss them.
    init(_ files: [SchemaText.EditedFile], in project: Project, keepsEmptied: Bool) throws(AutogenError) {
        var entries: [Entry] = []
        for file in files {
            let name = file.name.hasPrefix("/") || project.root == "." ? file.name : "\(project.root)/\(file.name)"
            // A link stays one.
            let path = URL(filePath: name).resolvingSymlinksInPath().path
            let before = FileManager.default.contents(atPath: path)
            guard file.isNew == (before == nil) else { throw file.isNew ? .exists(file.name) : .notWritten(file.name) }
            guard file.isNew || FileManager.default.isWritableFile(atPath: path) else { throw .notWritten(file.name) }
            let isMarked = before?.starts(with: Self.byteOrderMark) ?? false
            guard before.map({ $0.dropFirst(isMarked ? 3 : 0).elementsEqual(file.original) }) ?? true else {
                throw .changedMeanwhile(file.name)
            }
            let stays = file.text != nil || keepsEmptied || project.sources.contains(file.name)
            let after = Data(isMarked ? Self.byteOrderMark : []) + Data((file.text ?? "").utf8)
            let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            entries.append(Entry(file: file, path: path, before: before, after: stays ? after : nil, mode: mode))
        }
        self.entries = entries
    }

    var names: [String] { entries.map(\.file.name) }

    /// What becomes of each.
    var outcomes: [AdoptedDrift.File] {
        entries.map { entry in
            AdoptedDrift.File(
                path: entry.file.name, outcome: entry.file.isNew ? .made : entry.after == nil ? .removed : .edited)
        }
    }

    /// Writes all of them, or none.
    func write() throws(AutogenError) {
        for entry in entries {
            do { try Self.put(entry.after, at: entry.path, mode: entry.mode) } catch {
                restore()
                throw .notWritten(entry.file.name)
            }
        }
    }

    /// Gives back what was there; what somebody has written since stays.
    func restore() {
        for entry in entries where FileManager.default.contents(atPath: entry.path) == entry.after {
            try? Self.put(entry.before, at: entry.path, mode: entry.mode)
        }
    }

    private static func put(_ data: Data?, at path: String, mode: Any?) throws {
        guard let data else { return try FileManager.default.removeItem(atPath: path) }
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: URL(filePath: path), options: .atomic)
        if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
    }
}
