import AutogenSchema

/// The revisions of an Alembic project, as `alembic history -v` lists them.
///
/// ```swift
/// AlembicHistory(parsing: "Rev: 1975ea83b712 (head)\nParent: <base>\nPath: ...\n\n    add users\n").entries.count  // 1
/// ```
package struct AlembicHistory: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let downRevisions: [String]
        /// Names of revisions, or of branches.
        package let dependsOn: [String]
        /// Those of the branch it is on, wherever that starts.
        let branches: [String]
        package let path: String
        package let message: String
        let created: Timestamp?
    }

    /// Each before those that come after it.
    package let entries: [Entry]

    package init(parsing text: String) {
        var blocks: [[Substring]] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("Rev: ") { blocks.append([]) }
            if !blocks.isEmpty { blocks[blocks.count - 1].append(line) }
        }
        entries = Self.sorted(blocks.map { Entry(lines: $0) })
    }

    /// Branches may stand in any order in Alembic's list.
    private static func sorted(_ entries: [Entry]) -> [Entry] {
        var sorted: [Entry] = []
        var waiting = entries
        var done: Set<String> = []
        let names = Set(entries.map(\.name))
        while !waiting.isEmpty {
            let ready = waiting.filter {
                ($0.downRevisions + $0.dependsOn).allSatisfy { done.contains($0) || !names.contains($0) }
            }
            guard !ready.isEmpty else { return sorted + waiting }
            sorted += ready.sorted {
                ($0.created?.description ?? "", $0.name) < ($1.created?.description ?? "", $1.name)
            }
            done.formUnion(ready.map(\.name))
            waiting.removeAll { done.contains($0.name) }
        }
        return sorted
    }

    /// The names of the branches that start at an entry: those that nothing before it has.
    func labels(of entry: Entry) -> [String] {
        let before = entries.filter { entry.downRevisions.contains($0.name) }.flatMap(\.branches)
        return entry.branches.filter { !before.contains($0) }
    }
}

extension AlembicHistory.Entry {
    init(lines: [Substring]) {
        let fields = lines.prefix { !$0.isEmpty }
        func list(_ key: String) -> [String] {
            fields.filter { $0.hasPrefix(key) }.flatMap { line in
                line.dropFirst(key.count).split(separator: ",").map(\.trimmingSpaces)
            }.filter { $0 != "<base>" && !$0.isEmpty }
        }
        name = fields.first.map { $0.dropFirst(5).prefix { $0 != " " }.trimmingSpaces } ?? ""
        downRevisions = list("Parent: ") + list("Merges: ")
        dependsOn = list("Also depends on: ")
        branches = list("Branch names: ")
        path = fields.last { $0.hasPrefix("Path: ") }.map { String($0.dropFirst(6)) } ?? ""
        let words = lines.dropFirst(fields.count).map(\.trimmingSpaces)
        message = words.first { !$0.isEmpty && !$0.hasPrefix("Revision ID:") } ?? ""
        created = words.first { $0.hasPrefix("Create Date: ") }.flatMap { line in
            let date = line.dropFirst(13).prefix(19)
            return Timestamp(date.replacing(" ", with: "T") + "Z")
        }
    }
}
