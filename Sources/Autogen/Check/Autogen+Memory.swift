import AutogenMetadata
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// The state of all files that a check reads as long as nothing has changed; `nil` when one of them is missing.
    func checkedFiles() -> FileStates? {
        guard let declared = try? SourceFinder(folder: project.root).paths(project.sources),
            let revisions = try? project.revisions.paths()
        else { return nil }
        let context = [AutogenVersion.text, dialect?.rawValue ?? "", project.revisions.snapshots] + project.sources
        return FileStates(of: declared + revisions, context: context)
    }
}
