package import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files of a Git repository as a commit or the index has them, laid out in a folder as long as somebody looks at them.
///
/// The work tree is not touched, and what stands in it does not count.
package struct GitTree: Sendable {
    /// Whose files they are.
    package enum State: Sendable, Hashable {
        /// What `git rev-parse` reads: a branch, a tag, a commit.
        case commit(String)
        /// What would be committed now.
        case index
    }

    /// The folder that stands for the one that was asked about.
    package let folder: String
    /// The folder that stands for the top of the repository.
    package let top: String

    /// Lays out files, and takes them away when `body` has ended.
    ///
    /// - Parameters:
    ///   - folder: one inside the repository; paths are relative to it.
    ///   - paths: files, folders and patterns, as `git ls-files` takes them.
    package static func with<Result: Sendable>(
        _ state: State, of folder: String, paths: [String],
        _ body: @Sendable (GitTree) async throws -> Result
    ) async throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(path: "autogen-git-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: place) }
        let commit =
            switch state {
            case .commit(let name): name
            case .index: ""
            }
        let status = try await Subprocess.run(
            "/bin/sh", ["-c", script, "sh", folder, place + "/fault", place, commit] + paths, output: place + "/output")
        guard status == 0 else { throw GitError(state, folder: folder, said: Self.text(place + "/fault")) }
        let top = place + "/tree"
        return try await body(GitTree(folder: "\(top)/\(Self.text(place + "/prefix"))", top: top))
    }

    /// The commit that two lines of history have in common.
    package static func mergeBase(with name: String, of folder: String) async throws -> String {
        let output = FileManager.default.temporaryDirectory.appending(path: "autogen-base-\(UUID().uuidString)").path
        defer { for end in ["", ".fault"] { try? FileManager.default.removeItem(atPath: output + end) } }
        let line = preamble + "git merge-base --end-of-options HEAD \"$3\""
        let status = try await Subprocess.run(
            "/bin/sh", ["-c", line, "sh", folder, output + ".fault", name], output: output)
        let base = Self.text(output)
        guard status == 0, !base.isEmpty else {
            throw GitError(.commit(name), folder: folder, said: Self.text(output + ".fault"))
        }
        return base
    }

    /// Goes to a folder (`$1`), with what Git says of faults in a file (`$2`). Git names the index of a hook by a path from
    /// where it starts the hook.
    static let preamble = """
        exec 2>"$2"
        case ${GIT_INDEX_FILE-/} in /*) ;; *) GIT_INDEX_FILE=$PWD/$GIT_INDEX_FILE ;; esac
        case ${GIT_DIR-/} in /*) ;; *) GIT_DIR=$PWD/$GIT_DIR ;; esac
        # In a linked work tree Git names its folder alone, and would take any folder for the top.
        if [ -n "${GIT_DIR-}" ]; then GIT_WORK_TREE=$(git rev-parse --show-toplevel) && export GIT_WORK_TREE; fi
        cd "$1" || exit 1

        """

    /// An index of our own holds a commit.
    private static let script =
        preamble + """
            place=$3 commit=$4
            shift 4
            git rev-parse --show-prefix >"$place/prefix" || exit 1
            if [ -n "$commit" ]; then
              GIT_INDEX_FILE=$place/index
              export GIT_INDEX_FILE
              git read-tree "$commit^{commit}" || exit 1
            fi
            mkdir "$place/tree" || exit 1
            git ls-files -z --full-name -- "$@" >"$place/names" || exit 1
            top=$(git rev-parse --show-cdup) || exit 1
            cd "./$top" && git checkout-index -q -z --stdin --prefix="$place/tree/" <"$place/names" || exit 1
            mkdir -p "$place/tree/$(cat "$place/prefix")"
            """

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self).trimmingSpaces } ?? ""
    }
}

/// Git could not say what is asked of it.
package struct GitError: ExplainedError, Sendable, Hashable {
    private let state: GitTree.State
    private let folder: String
    /// The first line of what it said.
    private let said: String

    init(_ state: GitTree.State, folder: String, said: String) {
        self.state = state
        self.folder = folder
        self.said = said.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it ended without a word"
    }

    package var category: ErrorCategory { .usage }
    package var explanation: Explanation {
        let what =
            switch state {
            case .commit(let name): "the files of \(name) can't be read"
            case .index: "the files to be committed can't be read"
            }
        let advice =
            switch state {
            case .commit:
                "the reference must be in this clone; in CI, fetch it, with the history to where the branches part"
            case .index: "run it in the work tree of a Git repository"
            }
        return Explanation("\(what) from the Git repository of \(folder): \(said)", advice: advice)
    }
}
