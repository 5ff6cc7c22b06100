#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder in a Git repository, and whether what would be committed counts there in place of the files.
package struct GitFolder: Sendable {
    package let folder: String
    package var isStaged = false

    package init(_ folder: String, isStaged: Bool = false) {
        self.folder = folder
        self.isStaged = isStaged
    }
}

/// Files that are not as a commit has them.
struct GitChanges {
    /// The commit that this branch and another have in common.
    let base: String
    /// Relative to the folder that was asked about; new, changed and gone.
    let files: [String]
}

extension GitFolder {
    /// What differs from the commit that the branch has in common with the first of some names that Git knows.
    func changes(since names: [String], paths: [String]) async throws -> GitChanges {
        let place = FileManager.default.temporaryDirectory.appending(path: "autogen-new-\(UUID().uuidString)").path
        defer { for end in ["", ".fault"] { try? FileManager.default.removeItem(atPath: place + end) } }
        let line =
            GitTree.preamble + """
                staged=$3 count=$4
                shift 4
                base=
                while [ "$count" -gt 0 ]; do
                  [ -n "$base" ] || base=$(git merge-base --end-of-options HEAD "$1") || base=
                  count=$((count - 1))
                  shift
                done
                [ -n "$base" ] || exit 1
                printf '%s\\0' "$base"
                git diff $staged --name-only -z --no-renames --no-ext-diff --relative "$base" -- "$@" || exit 1
                [ -n "$staged" ] || git ls-files -z --others -- "$@"
                """
        let status = try await Subprocess.run(
            "/bin/sh",
            ["-c", line, "sh", folder, place + ".fault", isStaged ? "--cached" : "", String(names.count)] + names
                + paths, output: place)
        let parts = (FileManager.default.contents(atPath: place) ?? Data()).split(separator: 0)
            .map { String(decoding: $0, as: UTF8.self) }
        guard status == 0, let base = parts.first else {
            let said = FileManager.default.contents(atPath: place + ".fault").map {
                String(decoding: $0, as: UTF8.self)
            }
            throw GitError(.commit(names[0]), folder: folder, said: said ?? "")
        }
        return GitChanges(base: base, files: Array(parts.dropFirst()))
    }
}
