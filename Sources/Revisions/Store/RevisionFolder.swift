public import AutogenSchema

/// The files of a history: one script for each revision, and one snapshot of the schema after it.
///
/// ```swift
/// let folder = RevisionFolder(root: "/home/ada/shop", scripts: "revisions", snapshots: "snapshots")
/// let graph = try folder.graph()
/// ```
public struct RevisionFolder: Sendable, Hashable {
    /// The folder that the two others are relative to.
    public let root: String
    public let scripts: String
    public let snapshots: String

    public init(root: String, scripts: String = "revisions", snapshots: String = "snapshots") {
        self.root = root
        self.scripts = scripts
        self.snapshots = snapshots
    }

    /// Reads all scripts. Throws ``ScriptError``, ``RevisionGraphError`` and ``RevisionFolderError``.
    public func graph() throws -> RevisionGraph {
        let names = try TextFile.names(in: path(scripts), shownAs: scripts).filter { $0.hasSuffix(".sql") }
        return try RevisionGraph(
            names.compactMap { name in
                let file = "\(scripts)/\(name)"
                return try TextFile.read(path(file), shownAs: file).map { try RevisionScript(parsing: $0, file: file) }
            })
    }

    /// The schema after a revision; `nil` when the snapshot is missing.
    public func snapshot(of id: RevisionID) throws -> Catalog? {
        let file = snapshotFile(id)
        guard let text = try TextFile.read(path(file), shownAs: file) else { return nil }
        do {
            return try Snapshot.catalog(parsing: text)
        } catch {
            throw RevisionFolderError("\(file): \(error)")
        }
    }

    /// What the snapshot of a revision was made from; `nil` when there is none or it does not say.
    public func seal(of id: RevisionID) throws(RevisionFolderError) -> SnapshotSeal? {
        let file = snapshotFile(id)
        return try TextFile.read(path(file), shownAs: file).flatMap { SnapshotSeal(firstLineOf: $0) }
    }

    /// Writes the script and the snapshot, both or none, and returns the script.
    public func write(_ revision: Revision, catalog: Catalog, declared: String?) throws -> RevisionScript {
        let file = "\(scripts)/\(revision.fileName)"
        let text = ScriptText.text(of: revision)
        let script = try RevisionScript(parsing: text, file: file)
        try TextFile.write(text, to: path(file), shownAs: file)
        do {
            let seal = SnapshotSeal(revision: revision.id, script: script.checksum, declared: declared)
            try writeSnapshot(catalog, seal: seal)
        } catch {
            TextFile.remove(path(file))
            throw error
        }
        return script
    }

    /// Writes the snapshot of the sealed revision.
    public func writeSnapshot(_ catalog: Catalog, seal: SnapshotSeal) throws {
        let file = snapshotFile(seal.revision)
        try TextFile.write(seal.text(sealing: catalog), to: path(file), shownAs: file)
    }

    /// Where the snapshot of a revision is, as messages show it.
    public func snapshotFile(_ id: RevisionID) -> String { "\(snapshots)/\(id).json" }

    /// The text of a script as it stands in its file.
    public func text(of script: RevisionScript) throws(RevisionFolderError) -> String {
        guard let text = try TextFile.read(path(script.file), shownAs: script.file) else {
            throw RevisionFolderError("\(script.file): the file is gone")
        }
        return text
    }

    /// A script as it would be written, for trying it.
    public func draft(_ revision: Revision) throws -> RevisionScript {
        try RevisionScript(parsing: ScriptText.text(of: revision), file: "\(scripts)/\(revision.fileName)")
    }

    /// A script with other down-revisions and else as it stands in its file, for trying it.
    public func settingDownRevisions(_ ids: [RevisionID], of script: RevisionScript) throws -> RevisionScript {
        let edited = ScriptEdit.settingDownRevisions(ids, in: try text(of: script))
        return try RevisionScript(parsing: edited, file: script.file)
    }

    /// Writes the down-revisions of a script into its file, and its snapshot anew.
    public func replace(_ script: RevisionScript, catalog: Catalog) throws {
        let edited = ScriptEdit.settingDownRevisions(script.revision.downRevisions, in: try text(of: script))
        try TextFile.write(edited, to: path(script.file), shownAs: script.file)
        try writeSnapshot(
            catalog, seal: SnapshotSeal(revision: script.id, script: script.checksum, declared: nil))
    }

    /// Writes a revision in place of several, and returns its script.
    public func replace(
        _ old: [RevisionScript], with revision: Revision, catalog: Catalog
    ) throws -> RevisionScript {
        let declared = try seal(of: revision.id)?.declared
        let script = try write(revision, catalog: catalog, declared: declared)
        for one in old where one.file != script.file { TextFile.remove(path(one.file)) }
        for one in old where one.id != revision.id { TextFile.remove(path(snapshotFile(one.id))) }
        return script
    }

    /// Where the file of a script is.
    public func path(of script: RevisionScript) -> String { path(script.file) }

    private func path(_ file: String) -> String { file.hasPrefix("/") ? file : "\(root)/\(file)" }
}
