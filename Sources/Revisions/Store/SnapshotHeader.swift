import AutogenSchema

/// What a snapshot was made from, kept on its first line: enough to see without a database that nothing has changed.
package struct SnapshotHeader: Sendable, Hashable {
    package let revision: RevisionID
    /// The checksum of the revision's script.
    package let script: String
    /// The digest of the declared schema's files; `nil` when it came from elsewhere.
    package let declared: String?
    /// The ``SnapshotDigest``s of the snapshots of what the revision comes after, on which the script was run to get here;
    /// `nil` when the seal does not say.
    package var start: String?
    /// The ``SnapshotDigest`` of the snapshot's objects as they were written; `nil` when the seal does not say.
    package internal(set) var checkmark: String?
    /// Statements of the script that concern the whole server, which the snapshot knows nothing of: `CREATE ROLE`.
    package internal(set) var leftOut: [String] = []
    /// The format of the snapshot.
    package internal(set) var format = Snapshot.format
    /// Whether the snapshot takes the place of one from before losses were to be acknowledged, of the same script.
    var isRemade = false

    package init(revision: RevisionID, script: String, declared: String?, start: String?) {
        self.revision = revision
        self.script = script
        self.declared = declared
        self.start = start
    }

    /// Whether the revision acknowledges what it loses: those written before that was asked need not.
    package var acknowledges: Bool { format >= 2 && !isRemade }

    /// The text of a snapshot with the seal as first members of its object.
    func text(sealing catalog: Catalog) -> String {
        var members = [
            JSON.Member("revision", .string(revision.text)), JSON.Member("script", .string(script)),
        ]
        if let declared { members.append(JSON.Member("declared", .string(declared))) }
        if let start { members.append(JSON.Member("start", .string(start))) }
        if isRemade { members.append(JSON.Member("losses", .string("not asked"))) }
        if !leftOut.isEmpty { members.append(JSON.Member("left out", .array(leftOut.map { .string($0) }))) }
        let snapshot = Snapshot.text(of: catalog)
        members.append(JSON.Member("checkmark", .string(SnapshotDigest.text(ofObjectsIn: snapshot))))
        let seal = JSON.object(members).description.dropLast()
        return seal + "," + snapshot.dropFirst()
    }

    /// Reads the seal from the first line of a snapshot; `nil` when it has none.
    init?(firstLineOf text: String) {
        let line = text.prefix { $0 != "\n" }
        guard let members = try? JSON(parsing: line + "]}").members,
            let revision = members["revision"]?.string.flatMap({ RevisionID($0) }),
            let script = members["script"]?.string
        else { return nil }
        self.init(
            revision: revision, script: script, declared: members["declared"]?.string, start: members["start"]?.string)
        checkmark = members["checkmark"]?.string
        isRemade = members["losses"]?.string == "not asked"
        format = members["format"]?.integer.flatMap { Int(exactly: $0) } ?? 1
    }
}
