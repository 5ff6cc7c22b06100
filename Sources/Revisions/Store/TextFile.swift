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

/// Reads and writes whole files of text.
enum TextFile {
    /// What is made of the file's bytes; `nil` when there is no such file.
    static func bytes<Result>(
        _ path: String, shownAs name: String, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(RevisionFolderError) -> Result? {
        try data(path, shownAs: name).map { $0.withUnsafeBytes(body) }
    }

    private static func data(_ path: String, shownAs name: String) throws(RevisionFolderError) -> Data? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        // Reading a pipe would wait for whoever writes into it.
        guard status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR else {
            throw RevisionFolderError("\(name): this is no file")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RevisionFolderError("\(name): the file can't be read")
        }
        return data
    }

    /// `nil` when there is no such file.
    static func read(_ path: String, shownAs name: String) throws(RevisionFolderError) -> String? {
        guard let data = try data(path, shownAs: name) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw RevisionFolderError("\(name): the file is not UTF-8 text")
        }
        return text
    }

    /// Writes beside the file and renames, so that no one ever sees half of it.
    static func write(_ text: String, to path: String, shownAs name: String) throws(RevisionFolderError) {
        do {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw RevisionFolderError("\(name): the file can't be written")
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    /// The names in a folder in order; none when there is no such folder.
    static func names(in folder: String, shownAs name: String) throws(RevisionFolderError) -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw RevisionFolderError("\(name): the folder can't be read")
        }
    }
}
