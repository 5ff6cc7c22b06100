import AutogenSchema

/// What a snapshot was made from, kept on its first line: enough to see without a database that nothing has changed.
package struct SnapshotHeader: Sendable, Hashable {
    package let revision: RevisionID
    /// The checksum of the revision's script.
    package let script: String
    /// The digest of the declared schema's files; `nil` when it came from elsewhere.
    package let declared: String?
    /// The ``SnapshotDigest``s of the snapshots of what the revision comes after, on which the script was run to get here;
    /// `nil` when the header does not say.
    package var start: String?
    /// The ``SnapshotDigest`` of the snapshot's objects as they were written; `nil` when the header does not say.
    package internal(set) var checkmark: String?
    /// Statements of the script that concern the whole server, which the snapshot knows nothing of: `CREATE ROLE`.
    package internal(set) var leftOut: [String] = []
    /// The format of the snapshot.
    package internal(set) var format = Snapshot.format
    /// Whether the snapshot takes the place of one from before losses were to be accepted, of the same script.
    var isRemade = false

    package init(revision: RevisionID, script: String, declared: String?, start: String?) {
        self.revision = revision
        self.script = script
        self.declared = declared
        self.start = start
    }

    /// Whether the revision asksForAcceptance what it loses: those written before that was asked need not.
    package var asksForAcceptance: Bool { format >= 2 && !isRemade }

    /// The text of a snapshot with the header as first members of its object.
    func text(heading catalog: Catalog) -> String {
        var members = [
            JSON.Member("revision", .string(revision.text)), JSON.Member("script", .string(script)),
        ]
        if let declared { members.append(JSON.Member("declared", .string(declared))) }
        if let start { members.append(JSON.Member("start", .string(start))) }
        if isRemade { members.append(JSON.Member("losses", .string("not asked"))) }
        if !leftOut.isEmpty { members.append(JSON.Member("left out", .array(leftOut.map { .string($0) }))) }
        let snapshot = Snapshot.text(of: catalog)
        members.append(JSON.Member("checkmark", .string(SnapshotDigest.text(ofObjectsIn: snapshot))))
        let header = JSON.object(members).description.dropLast()
        return header + "," + snapshot.dropFirst()
    }

    /// Reads the header from the first line of a snapshot; `nil` when it has none.
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

/// A quick digest of a snapshot's objects, to see that nobody edited them; no protection against malice.
///
/// FNV-1a in four lanes over words of 64 bits, with a rotation: a snapshot of megabytes takes less time than to read it.
enum SnapshotDigest {
    /// Of everything from the end of the first line on.
    static func text(ofObjectsIn text: String) -> String {
        var text = text
        return text.withUTF8 { self.text(ofObjectsIn: UnsafeRawBufferPointer($0)) }
    }

    /// Of a text's UTF-8 bytes.
    static func text(ofObjectsIn text: UnsafeRawBufferPointer) -> String {
        let objects = UnsafeRawBufferPointer(rebasing: text[(text.firstIndex(of: UInt8(ascii: "\n")) ?? text.count)...])
        var lanes = SIMD4<UInt64>(repeating: 0xcbf2_9ce4_8422_2325)
        let words = objects.count / 8
        for word in 0..<words / 4 {
            for lane in 0..<4 {
                let part = objects.loadUnaligned(fromByteOffset: (word * 4 + lane) * 8, as: UInt64.self)
                lanes[lane] = mixed(lanes[lane], UInt64(littleEndian: part))
            }
        }
        var digest = mixed(lanes[0], UInt64(objects.count))
        for lane in 1..<4 { digest = mixed(digest, lanes[lane]) }
        for byte in objects[(words / 4 * 32)...] { digest = mixed(digest, UInt64(byte)) }
        return String(digest, radix: 16)
    }

    private static func mixed(_ digest: UInt64, _ word: UInt64) -> UInt64 {
        let product = (digest ^ word) &* 0x0000_0100_0000_01b3
        return product << 29 | product >> 35
    }
}
