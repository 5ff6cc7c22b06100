/// Something worth knowing about the declared schema that does not keep it from loading.
///
/// ```swift
/// for note in loaded.notes { print(note) }  // schema/users.sql:3:1: warning: 2 data statements (INSERT) ...
/// ```
public struct Note: Sendable, Hashable, CustomStringConvertible {
    /// How much a note matters.
    public enum Level: String, Sendable, Hashable {
        /// It explains what was done with a statement.
        case note
        /// The author of the file probably wants to change something.
        case warning
    }

    /// Whether something ought to be changed.
    public let level: Level
    /// The path of the file, as the sources name it.
    public let file: String
    /// Counted from 1, as `column`, which counts Unicode scalars.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    /// The note itself, without its place.
    public let text: String

    init(_ level: Level, _ file: SourceFile, at offset: Int, _ text: String) {
        let position = file.position(of: offset)
        self.level = level
        self.file = file.name
        line = position.line
        column = position.column
        self.text = text
    }

    /// `FILE:LINE:COLUMN: LEVEL: TEXT`.
    public var description: String { "\(file):\(line):\(column): \(level.rawValue): \(text)" }
}
