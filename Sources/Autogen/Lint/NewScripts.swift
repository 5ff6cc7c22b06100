public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// The scripts that are new since this branch and another part; all where the other is not given and there is none.
    public func newScripts(since reference: String?) async throws -> [RevisionScript] {
        try await newScripts(since: reference, in: try project.revisions.graph())
    }

    package func newScripts(since reference: String?, in graph: RevisionGraph) async throws -> [RevisionScript] {
        if let found = try await newScripts(since: reference, in: graph, GitFolder(project.root)) { return found }
        let names = Self.usualBranches.joined(separator: ", ")
        note("note: all scripts are looked at: Git knows no common commit with \(names)")
        return graph.scripts
    }

    /// The same; `nil` where the other branch is not given and there is none.
    func newScripts(
        since reference: String?, in graph: RevisionGraph, _ git: GitFolder
    ) async throws -> [RevisionScript]? {
        let folders = [project.revisions.scripts] + project.revisions.others
        let changes: GitChanges
        do {
            changes = try await git.changes(since: reference.map { [$0] } ?? Self.usualBranches, paths: folders)
        } catch let error as GitError {
            guard reference == nil else { throw error }
            return nil
        }
        let changed = Set(changes.files)
        let candidates = graph.scripts.filter { changed.contains($0.file) }
        guard !candidates.isEmpty else { return [] }
        // Another name, or what was accepted or measured, makes no other script.
        let known = try await GitTree.with(.commit(changes.base), of: git.folder, paths: changes.files) { tree in
            let folder = project.revisions.moved(to: tree.folder)
            return Set(
                changes.files.compactMap { file in
                    (try? folder.script(file))?.checksum
                })
        }
        return candidates.filter { !known.contains($0.checksum) }
    }

    private static let usualBranches = ["origin/HEAD", "origin/main", "main"]
}
