import AutogenSchema

/// Where in a script a statement was refused.
public struct StatementPlace: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let column: Int
    /// The line there.
    public let text: String

    public var description: String { location.description }
    var location: FileLocation { FileLocation(file, line: line, column: column) }

    /// The line as a message shows it.
    var excerpt: String {
        let number = String(line)
        return text.count > 160 ? "  \(number) | \(text.prefix(160)) ..." : "  \(number) | \(text)"
    }
}
