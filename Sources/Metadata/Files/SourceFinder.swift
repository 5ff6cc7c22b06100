/// Turns files, folders and patterns into the ordered list of SQL files they mean.
///
/// ```swift
/// let files = try SourceFinder(folder: "/home/ada/shop").files(["schema", "extra/*.sql"])
/// ```
///
/// Sources keep the order in which they are given; within a folder or a pattern, files are sorted by the bytes of their
/// paths. A folder is searched to any depth for names that end in `.sql`; hidden files and folders, pipes and devices are
/// left out. A file that is named twice counts once.
package struct SourceFinder: Sendable {
    /// The folder that relative paths start from.
    package let folder: String
    /// What takes the place of files on disk, by their names.
    let edited: [String: SourceFile]

    package init(folder: String = ".") { self.init(folder: folder, edited: [:]) }

    init(folder: String, edited: [String: SourceFile]) {
        self.folder = folder
        self.edited = edited
    }

    /// A file's name as messages show it, and its path without symbolic links, which tells whether it was seen before.
    private struct FoundFile {
        let name: String
        let real: String
    }

    /// Where the files are, symbolic links followed, without reading one.
    package func paths(_ sources: [String]) throws(SourceFileError) -> [String] {
        var paths: [String] = []
        for source in sources { paths += try find(source).map(\.real) }
        return paths
    }

    package func files(_ sources: [String]) throws(SourceFileError) -> [SourceFile] {
        guard !sources.isEmpty else { throw SourceFileError(.empty) }
        var seen: Set<String> = []
        var files: [SourceFile] = []
        for source in sources {
            for found in try find(source) where seen.insert(found.real).inserted {
                files.append(try file(found.name))
            }
        }
        return files
    }

    /// Whether a file of this name would be among those that sources mean.
    static func reaches(_ name: String, from sources: [String]) -> Bool {
        sources.contains { source in
            let own = FilePath.simplified(source)
            return name == own || name.hasSuffix(".sql") && (own == "." || name.hasPrefix(own + "/"))
                || Glob.isPattern(source) && Glob(source).matches(name)
        }
    }

    /// Reads one file, whose path is relative to the finder's folder.
    func file(_ name: String) throws(SourceFileError) -> SourceFile {
        if let file = edited[FilePath.simplified(name)] { return file }
        let path = FilePath.join(folder, name)
        return try SourceFile(name: FilePath.simplified(name), path: path, bytes: FileBytes.of(path, name: name))
    }

    private func find(_ source: String) throws(SourceFileError) -> [FoundFile] {
        switch FilePath.entry(FilePath.join(folder, source)) {
        case .file, .other: return [found(source)]
        case .folder:
            var visited: Set<String> = []
            let found = try walk(source, &visited).filter { $0.name.hasSuffix(".sql") }
            guard !found.isEmpty else { throw SourceFileError(.noSQL(folder: source)) }
            return found
        case nil:
            guard Glob.isPattern(source) else { throw SourceFileError(.missing(source)) }
            let glob = Glob(source)
            var visited: Set<String> = []
            guard FilePath.entry(FilePath.join(folder, glob.root)) == .folder else {
                throw SourceFileError(.noMatch(pattern: source))
            }
            let found = try walk(glob.root, &visited).filter { glob.matches($0.name) }
            guard !found.isEmpty else { throw SourceFileError(.noMatch(pattern: source)) }
            return found
        }
    }

    private func found(_ name: String) -> FoundFile {
        FoundFile(name: name, real: FilePath.real(FilePath.join(folder, name)))
    }

    /// All files below a folder; `visited` ends a loop of symbolic links.
    private func walk(_ name: String, _ visited: inout Set<String>) throws(SourceFileError) -> [FoundFile] {
        let path = FilePath.join(folder, name)
        let real = FilePath.real(path)
        guard visited.insert(real).inserted else { return [] }
        var files: [FoundFile] = []
        for child in try FolderEntries.of(path) {
            let childName = FilePath.join(name, child.name)
            switch child.kind {
            case .file: files.append(FoundFile(name: childName, real: FilePath.join(real, child.name)))
            case .folder: files += try walk(childName, &visited)
            case .unknown:
                switch FilePath.entry(FilePath.join(folder, childName)) {
                case .file: files.append(found(childName))
                case .folder: files += try walk(childName, &visited)
                case .other, nil: continue
                }
            }
        }
        return files.sorted { ByteOrder.precedes($0.name, $1.name) }
    }
}
