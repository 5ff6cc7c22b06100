#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where Git keeps a repository: what lies there is never committed, pushed or cloned.
enum GitStore {
    /// `nil` when the folder is in no repository.
    static func folder(around root: String) -> String? {
        var folder = URL(filePath: root).resolvingSymlinksInPath().path
        while true {
            if let git = git(at: folder) { return git }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// In a work tree beside the repository, `.git` is a file that names the folder.
    private static func git(at folder: String) -> String? {
        let git = folder + (folder.hasSuffix("/") ? ".git" : "/.git")
        guard FileManager.default.fileExists(atPath: git) else { return nil }
        guard let data = FileManager.default.contents(atPath: git) else { return git }
        let prefix = "gitdir: "
        guard let line = String(decoding: data, as: UTF8.self).split(separator: "\n").first, line.hasPrefix(prefix)
        else { return nil }
        let named = String(line.dropFirst(prefix.count))
        return named.hasPrefix("/") ? named : "\(folder)/\(named)"
    }
}
