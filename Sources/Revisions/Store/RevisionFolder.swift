public import AutogenSchema
import AutogenSQLText

/// The files of a history: one script for each revision, and one snapshot of the schema after it.
///
/// ```swift
/// let folder = RevisionFolder(root: "/home/ada/shop", scripts: "revisions", snapshots: "snapshots")
/// let graph = try folder.graph()
/// ```
public struct RevisionFolder: Sendable, Hashable {
    /// The folder that the two others are relative to.
    public let root: String
    /// Where new scripts go.
    public let scripts: String
    /// Where the snapshots of new scripts go.
    public let snapshots: String
    /// Further folders of scripts, which are only read.
    public var others: [String] = []
    /// Whether folders inside them are read, too.
    public var isRecursive = false
    /// How the files of new revisions are named.
    public var naming = FileNaming()

    /// Takes the two folders, relative to the root; they are made with the first revision.
    public init(root: String, scripts: String = "revisions", snapshots: String = "snapshots") {
        self.root = root
        self.scripts = scripts
        self.snapshots = snapshots
    }

    /// The same folders under another root.
    package func moved(to root: String) -> RevisionFolder {
        var folder = RevisionFolder(root: root, scripts: scripts, snapshots: snapshots)
        folder.others = others
        folder.isRecursive = isRecursive
        folder.naming = naming
        return folder
    }

    /// Reads all scripts. Throws ``ScriptError``, ``RevisionGraphError`` and ``RevisionFolderError``.
    package func graph() throws -> RevisionGraph {
        try RevisionGraph(
            scriptFiles().compactMap { file in
                try TextFile.read(path(file), shownAs: file).map { try RevisionScript(parsing: $0, file: file) }
            })
    }

    /// Reads one script; `nil` where there is no such file.
    package func script(_ file: String) throws -> RevisionScript? {
        try TextFile.read(path(file), shownAs: file).map { try RevisionScript(parsing: $0, file: file) }
    }

    /// Where all scripts and snapshots are.
    package func paths() throws(RevisionFolderError) -> [String] {
        let names = try TextFile.names(in: path(snapshots), shownAs: snapshots)
        return (try scriptFiles() + names.map { "\(snapshots)/\($0)" }).map { path($0) }
    }

    /// The schema after a revision; `nil` when the snapshot is missing.
    package func snapshot(of id: RevisionID) throws -> Catalog? {
        let file = snapshotFile(id)
        guard let text = try TextFile.read(path(file), shownAs: file) else { return nil }
        do {
            return try Snapshot.catalog(parsing: text)
        } catch {
            throw RevisionFolderError("\(file): \(error)")
        }
    }

    /// What the snapshot of a revision was made from; `nil` when there is none or it does not say.
    package func header(of id: RevisionID) throws(RevisionFolderError) -> SnapshotHeader? {
        FirstLine.read(path(snapshotFile(id))).flatMap { SnapshotHeader(firstLineOf: $0) }
    }

    /// Whether the objects of a snapshot are those that were written; a header that does not say counts as yes.
    package func isIntact(_ header: SnapshotHeader) throws(RevisionFolderError) -> Bool {
        guard let checkmark = header.checkmark else { return true }
        let file = snapshotFile(header.revision)
        return try TextFile.bytes(path(file), shownAs: file) { SnapshotDigest.text(ofObjectsIn: $0) } == checkmark
    }

    /// Writes the script and the snapshot, both or none, and returns the script; no snapshot where the schema is not known.
    package func write(
        _ revision: Revision, catalog: Catalog?, declared: String?, overwriting: String? = nil
    ) throws -> RevisionScript {
        let file = file(of: revision)
        guard try TextFile.read(path(file), shownAs: file) == nil || overwriting == file else {
            throw RevisionFolderError("\(file): there is a file of this name already; nothing was written")
        }
        let text = ScriptText.text(of: revision)
        let script = try RevisionScript(parsing: text, file: file)
        try TextFile.write(text, to: path(file), shownAs: file)
        do {
            if let catalog { try writeSnapshot(catalog, of: script, declared: declared) }
        } catch {
            TextFile.remove(path(file))
            throw error
        }
        return script
    }

    /// Whether the script was written before losses were to be accepted, and is still what it was then.
    package func isExempt(_ script: RevisionScript) throws(RevisionFolderError) -> Bool {
        guard let header = try header(of: script.id), !header.asksForAcceptance else { return false }
        return script.matches(header.script)
    }

    /// Writes the snapshot of what a script makes, run after the snapshots of what it comes after.
    package func writeSnapshot(_ catalog: Catalog, of script: RevisionScript, declared: String?) throws {
        try writeSnapshot(catalog, of: script, declared: declared, isExempt: isExempt(script))
    }

    private func writeSnapshot(
        _ catalog: Catalog, of script: RevisionScript, declared: String?, isExempt: Bool
    ) throws {
        let file = snapshotFile(script.id)
        var header = SnapshotHeader(
            revision: script.id, script: script.checksum, declared: declared, start: try start(of: script))
        header.isRemade = isExempt
        header.leftOut = script.revision.dialect.migration.leftOut(of: script.revision.upgrade)
        try TextFile.write(header.text(heading: catalog), to: path(file), shownAs: file)
    }

    /// The checkmarks of the snapshots that a script comes after; `nil` where one is missing or does not say.
    package func start(of script: RevisionScript) throws(RevisionFolderError) -> String? {
        var checkmarks: [String] = []
        for id in script.revision.needs.sorted() {
            guard let checkmark = try header(of: id)?.checkmark else { return nil }
            checkmarks.append(checkmark)
        }
        return checkmarks.joined(separator: "+")
    }

    /// Where the snapshot of a revision is, as messages show it.
    package func snapshotFile(_ id: RevisionID) -> String { "\(snapshots)/\(id).json" }

    /// The text of a script as it stands in its file.
    package func text(of script: RevisionScript) throws(RevisionFolderError) -> String {
        guard let text = try TextFile.read(path(script.file), shownAs: script.file) else {
            throw RevisionFolderError("\(script.file): the file is gone")
        }
        return text
    }

    /// A script as it would be written, for trying it.
    package func draft(_ revision: Revision) throws -> RevisionScript {
        try RevisionScript(parsing: ScriptText.text(of: revision), file: file(of: revision))
    }

    /// A script with other down-revisions and else as it stands in its file, for trying it.
    package func settingDownRevisions(_ ids: [RevisionID], of script: RevisionScript) throws -> RevisionScript {
        let edited = ScriptEdit.settingDownRevisions(ids, in: try text(of: script))
        return try RevisionScript(parsing: edited, file: script.file)
    }

    /// Writes the down-revisions of a script into its file, and its snapshot anew.
    package func replace(_ script: RevisionScript, catalog: Catalog) throws {
        let text = try text(of: script)
        // It comes after others, and does what it did.
        let isExempt = try isExempt(RevisionScript(parsing: text, file: script.file))
        let edited = ScriptEdit.settingDownRevisions(script.revision.downRevisions, in: text)
        try TextFile.write(edited, to: path(script.file), shownAs: script.file)
        try writeSnapshot(catalog, of: script, declared: nil, isExempt: isExempt)
    }

    /// Writes the acceptances of a script into its file; nothing else of it changes.
    package func setAcceptances(_ acceptances: [Acceptance], of script: RevisionScript) throws -> RevisionScript {
        let edited = ScriptEdit.settingAcceptances(acceptances, in: try text(of: script))
        try TextFile.write(edited, to: path(script.file), shownAs: script.file)
        return try RevisionScript(parsing: edited, file: script.file)
    }

    /// Writes a revision in place of several, and returns its script.
    package func replace(
        _ old: [RevisionScript], with revision: Revision, catalog: Catalog
    ) throws -> RevisionScript {
        let declared = try header(of: revision.id)?.declared
        let script = try write(
            revision, catalog: catalog, declared: declared, overwriting: old.first { $0.id == revision.id }?.file)
        for one in old where one.file != script.file { TextFile.remove(path(one.file)) }
        for one in old where one.id != revision.id { TextFile.remove(path(snapshotFile(one.id))) }
        return script
    }

    /// Removes a script and its snapshot.
    package func remove(_ script: RevisionScript) {
        TextFile.remove(path(script.file))
        TextFile.remove(path(snapshotFile(script.id)))
    }

    /// Where the file of a script is.
    package func path(of script: RevisionScript) -> String { path(script.file) }

    private func scriptFiles() throws(RevisionFolderError) -> [String] {
        var files: [String] = []
        for folder in [scripts] + others { files += try self.files(in: folder) }
        return files
    }

    /// Scripts whose folder is made by a template are found with the rest.
    private func files(in folder: String) throws(RevisionFolderError) -> [String] {
        var files: [String] = []
        for name in try TextFile.names(in: path(folder), shownAs: folder) {
            let file = "\(folder)/\(name)"
            if name.hasSuffix(".sql") {
                files.append(file)
            } else if isRecursive || naming.makesFolders, TextFile.isFolder(path(file)) {
                files += try self.files(in: file)
            }
        }
        return files
    }

    private func file(of revision: Revision) -> String { "\(scripts)/\(naming.fileName(of: revision))" }

    /// Where new scripts go.
    var scriptFolder: String { path(scripts) }

    private func path(_ file: String) -> String { file.hasPrefix("/") ? file : "\(root)/\(file)" }
}

/// Why the files of a project could not be read or written.
public struct RevisionFolderError: ExplainedError, Sendable, Hashable {
    /// The file, and what the system said of it.
    public let explanation: Explanation
    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    init(_ reason: String) { explanation = Explanation(reason) }
}
