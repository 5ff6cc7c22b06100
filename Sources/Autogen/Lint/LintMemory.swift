import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What looking at scripts has shown, by a digest of all that decides it, so that they need not be run again.
///
/// It lies beside ``CheckMemory``. Outside of a repository nothing is remembered.
struct LintMemory {
    /// Enough for the histories of some projects; what is older is looked at again.
    private static let capacity = 2000
    private static let serverMark = "server "

    private let path: String
    /// The version of the database in which scripts ran the last time, by the place of scratch databases.
    private var servers: [String: String] = [:]
    /// The newest first.
    private var lines: [(digest: String, record: Substring)] = []

    /// `nil` when the folder is in no repository.
    init?(root: String) {
        guard let folder = GitStore.folder(around: root) else { return nil }
        path = folder + "/autogen-lint"
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix(Self.serverMark) {
                let parts = line.dropFirst(Self.serverMark.count).split(separator: " ", maxSplits: 1)
                if parts.count == 2 { servers[String(parts[0])] = String(parts[1]) }
            } else if let space = line.firstIndex(of: " ") {
                lines.append((String(line[..<space]), line[line.index(after: space)...]))
            }
        }
    }

    func server(at place: String) -> String? { servers[place] }

    /// What is known by some digests.
    func records(_ digests: Set<String>) -> [String: LintRecord] {
        var found: [String: LintRecord] = [:]
        for (digest, text) in lines where digests.contains(digest) && found[digest] == nil {
            found[digest] = (try? JSON(parsing: String(text))).flatMap { LintRecord($0) }
        }
        return found
    }

    /// Nobody depends on it, so a folder that can't be written is no error.
    mutating func remember(_ records: [String: LintRecord], server: String, at place: String) {
        servers[place] = server
        let new = records.sorted { $0.key < $1.key }
            .map { (digest: $0.key, record: Substring($0.value.json.description)) }
        lines = Array((new + lines.filter { records[$0.digest] == nil }).prefix(Self.capacity))
        let text =
            servers.sorted { $0.key < $1.key }.map { "\(Self.serverMark)\($0.key) \($0.value)\n" }.joined()
            + lines.map { "\($0.digest) \($0.record)\n" }.joined()
        try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }
}
