import AutogenSchema

/// A revision together with the file it was read from.
public struct RevisionScript: Sendable, Hashable {
    public let revision: Revision
    /// The path as messages show it.
    public let file: String
    /// SHA-256 of the text with line feeds as line ends, so that a checkout on another system has the same.
    public let checksum: String
    /// The lines on which the sections begin, counted from 1.
    let firstLines: [Direction: Int]

    public var id: RevisionID { revision.id }

    /// Reads a script; throws a ``ScriptError``, which names the file by `file`.
    public init(parsing text: String, file: String) throws(ScriptError) {
        let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
        let text = hasReturns ? text.replacing("\r\n", with: "\n") : text
        var parser = ScriptParser(text: text, file: file)
        (revision, firstLines) = try parser.script()
        self.file = file
        checksum = SHA256.hexadecimal(text)
    }

    /// The statements of a section, each with its line in the file.
    func statements(_ direction: Direction) -> [ScriptStatement] {
        ScriptStatement.all(in: revision.sql(direction), revision.dialect, firstLine: firstLines[direction] ?? 1)
    }
}
