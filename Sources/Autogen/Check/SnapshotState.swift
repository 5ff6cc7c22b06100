import AutogenRevisions

/// Whether the snapshot of a revision is what its script makes, as far as the files tell without a database.
enum SnapshotState {
    case current
    /// There is none in this file.
    case missing(String)
    /// It was made from a script with this checksum.
    case otherScript(String)
    /// The file has not the objects that were written.
    case edited(String)
    /// The snapshots of what the revision comes after are not those that it was made on.
    case otherStart

    /// - Parameter isHead: whether the objects of the snapshot are read, too, to see whether anybody edited them.
    init(of script: RevisionScript, in folder: RevisionFolder, isHead: Bool) throws {
        guard let header = try folder.header(of: script.id) else {
            self = .missing(folder.snapshotFile(script.id))
            return
        }
        guard script.matches(header.script) else {
            self = .otherScript(header.script)
            return
        }
        if isHead, try !folder.isIntact(header) {
            self = .edited(folder.snapshotFile(script.id))
            return
        }
        self = try header.start == nil || header.start == folder.start(of: script) ? .current : .otherStart
    }
}
