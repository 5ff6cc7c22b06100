/// Turns files, folders and patterns into the ordered list of SQL files they mean.
///
/// ```swift
/// let files = try SourceFinder(folder: "/home/ada/shop").files(["schema", "extra/*.sql"])
/// ```
///
/// Sources keep the order in which they are given; within a folder or a pattern, files are sorted by the bytes of their
/// paths. A folder is searched to any depth for names that end in `.sql`; hidden files and folders are left out.
/// A file that is named twice counts once.
public struct SourceFinder: Sendable {
    /// The folder that relative paths start from.
    public let folder: String

    public init(folder: String = ".") { self.folder = folder }

    public func files(_ sources: [String]) throws(SourceFileError) -> [SourceFile] {
        guard !sources.isEmpty else { throw SourceFileError(.empty) }
        var seen: Set<String> = []
        var files: [SourceFile] = []
        for source in sources {
            for name in try names(source) where seen.insert(FilePath.real(FilePath.join(folder, name))).inserted {
                files.append(try file(name))
            }
        }
        return files
    }

    /// Reads one file, whose path is relative to the finder's folder.
    func file(_ name: String) throws(SourceFileError) -> SourceFile {
        let path = FilePath.join(folder, name)
        guard let entry = FilePath.entry(path) else { throw SourceFileError(.missing(name)) }
        guard entry == .file else { throw SourceFileError(.unreadable(name, "it is a folder")) }
        return try SourceFile(name: FilePath.simplified(name), path: path, bytes: FileBytes.of(path))
    }

    private func names(_ source: String) throws(SourceFileError) -> [String] {
        switch FilePath.entry(FilePath.join(folder, source)) {
        case .file: return [source]
        case .folder:
            var visited: Set<String> = []
            let found = try walk(source, &visited).filter { $0.hasSuffix(".sql") }
            guard !found.isEmpty else { throw SourceFileError(.noSQL(folder: source)) }
            return found
        case nil:
            guard Glob.isPattern(source) else { throw SourceFileError(.missing(source)) }
            let glob = Glob(source)
            var visited: Set<String> = []
            guard FilePath.entry(FilePath.join(folder, glob.root)) == .folder else {
                throw SourceFileError(.noMatch(pattern: source))
            }
            let found = try walk(glob.root, &visited).filter { glob.matches($0) }
            guard !found.isEmpty else { throw SourceFileError(.noMatch(pattern: source)) }
            return found
        }
    }

    /// All files below a folder; `visited` ends a loop of symbolic links.
    private func walk(_ name: String, _ visited: inout Set<String>) throws(SourceFileError) -> [String] {
        let path = FilePath.join(folder, name)
        guard visited.insert(FilePath.real(path)).inserted else { return [] }
        var files: [String] = []
        for child in try FilePath.names(in: path) {
            let childName = FilePath.join(name, child)
            switch FilePath.entry(FilePath.join(folder, childName)) {
            case .file: files.append(childName)
            case .folder: files += try walk(childName, &visited)
            case nil: continue
            }
        }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
