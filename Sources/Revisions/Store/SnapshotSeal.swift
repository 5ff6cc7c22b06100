import AutogenSchema

/// What a snapshot was made from, kept on its first line: enough to see without a database that nothing has changed.
public struct SnapshotSeal: Sendable, Hashable {
    public let revision: RevisionID
    /// The checksum of the revision's script.
    public let script: String
    /// The digest of the declared schema's files; `nil` when it came from elsewhere.
    public let declared: String?
    /// The ``Checkmark`` of the snapshot's objects as they were written; `nil` when the seal does not say.
    var checkmark: String?

    public init(revision: RevisionID, script: String, declared: String?) {
        self.revision = revision
        self.script = script
        self.declared = declared
    }

    /// The text of a snapshot with the seal as first members of its object.
    func text(sealing catalog: Catalog) -> String {
        var members = [
            JSON.Member("revision", .string(revision.text)), JSON.Member("script", .string(script)),
        ]
        if let declared { members.append(JSON.Member("declared", .string(declared))) }
        let snapshot = Snapshot.text(of: catalog)
        members.append(JSON.Member("checkmark", .string(Checkmark.text(ofObjectsIn: snapshot))))
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
        self.init(revision: revision, script: script, declared: members["declared"]?.string)
        checkmark = members["checkmark"]?.string
    }
}
