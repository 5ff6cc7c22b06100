import AutogenSQLText
import AutogenSchema

/// A revision together with the file it was read from.
public struct RevisionScript: Sendable, Hashable {
    /// What was read: the header and the two sections.
    public let revision: Revision
    /// The path as messages show it.
    public let file: String
    /// SHA-256 of what runs: both sections, and what of the header decides how and after what they run.
    ///
    /// Line ends are line feeds, so that a checkout on another system has the same. What a person accepts in the
    /// header, and what was measured, does not make another script.
    public let checksum: String
    /// The whole text but for what is accepted.
    private let text: String
    /// The lines on which the sections begin, counted from 1.
    let firstLines: [Direction: Int]

    /// That of the revision.
    public var id: RevisionID { revision.id }

    /// Reads a script; throws a ``ScriptError``, which names the file by `file`.
    package init(parsing text: String, file: String) throws(ScriptError) {
        let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
        let text = hasReturns ? text.replacing("\r\n", with: "\n") : text
        var parser = ScriptParser(text: text, file: file)
        (revision, firstLines) = try parser.script()
        self.file = file
        let (up, down) = (
            MeasuredText.withoutRoom(revision.upgrade, revision.dialect.syntax),
            MeasuredText.withoutRoom(revision.downgrade, revision.dialect.syntax)
        )
        checksum = SHA256.hexadecimal("\(parser.header.executed)-- upgrade\n\(up)\n-- downgrade\n\(down)\n")
        self.text = parser.textWithoutDecisions ?? text
    }

    /// Whether this is the script that a checksum was taken of; version 0.1 took it of the whole text.
    package func matches(_ recorded: String) -> Bool {
        recorded == checksum || recorded == SHA256.hexadecimal(text)
    }

    /// Whose lexical rules its SQL follows.
    var syntax: SQLSyntax { revision.dialect.syntax }

    /// The line of the file on which a section's SQL begins, counted from 1.
    func firstLine(_ direction: Direction) -> Int { firstLines[direction] ?? 1 }

    /// The statements of a section, each with its line in the file.
    func statements(_ direction: Direction) -> [ScriptStatement] {
        ScriptStatement.all(in: revision.sql(direction), revision.dialect, firstLine: firstLines[direction] ?? 1)
    }
}
