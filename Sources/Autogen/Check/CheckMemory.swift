import AutogenLint
import AutogenMetadata
import AutogenRevisions
import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which states of its files a project was found in order in, so that they need not be read again.
///
/// What Git's index is for `git status`. It lies in the Git folder of the repository the project is in, where it is never
/// committed, pushed or cloned. Outside of a repository nothing is remembered.
struct CheckMemory {
    /// Enough for the projects of a repository and their environments; what is older is read again.
    private static let capacity = 32

    private let path: String

    /// `nil` when the folder is in no repository.
    init?(root: String) {
        guard let folder = GitStore.folder(around: root) else { return nil }
        path = folder + "/autogen-check"
    }

    func contains(_ states: FileStates) -> Bool { digests.contains(states.digest) }

    /// Nobody depends on it, so a folder that can't be written is no error.
    func remember(_ states: FileStates) {
        let kept = [states.digest] + digests.filter { $0 != states.digest }
        let text = kept.prefix(Self.capacity).joined(separator: "\n") + "\n"
        try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }

    private var digests: [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension SchemaMigrator {
    /// The state of all files that a check reads as long as nothing has changed; `nil` when one of them is missing.
    ///
    /// - Parameter areLinted: whether scripts are looked at by rules, those of the project's own included.
    func checkedFiles(areLinted: Bool) -> FileStates? {
        let finder = SourceFinder(folder: project.root)
        guard let declared = try? finder.paths(project.sources),
            let rules = areLinted ? try? finder.paths(project.lint.own) : [],
            let revisions = try? project.revisions.paths()
        else { return nil }
        guard
            let lint = areLinted ? (try? OwnRules(project)).map({ LintDigests.context(of: project, own: $0.all) }) : ""
        else { return nil }
        let context =
            [AutogenVersion.text, dialect?.rawValue ?? "", project.revisions.snapshots, lint] + project.sources
        return FileStates(of: declared + revisions + rules, context: context)
    }
}
