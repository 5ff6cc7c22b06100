import AutogenConnection
import AutogenSchema

/// One place in the declared schema that the database, or the reading of the file, refused.
///
/// ```
/// schema/users.sql:3:19: error: relation "teams" does not exist (42P01)
///     3 |   team int REFERENCES teams
///       |                       ^
/// ```
public struct SourceProblem: Sendable, Hashable, CustomStringConvertible {
    /// The path of the file, as the sources name it.
    public let file: String
    /// Counted from 1, as `column`, which counts Unicode scalars.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    /// The line of the file, cut where it is very long.
    public let excerpt: String
    /// Spaces and a `^` that stands under the faulty character of `excerpt`.
    public let caret: String
    /// What the database said, or what is wrong with the file.
    public let message: String
    /// What the database added to its message.
    public var detail: String?
    /// What the database suggests.
    public var hint: String?
    /// SQLSTATE or the name of SQLite's result code; `nil` when the file never reached the database.
    public var code: String?
    /// Whether it was kept from reaching out of the scratch database.
    public var isUnsafe = false
    /// What the database was doing, such as a PL/pgSQL call stack.
    public var context: String?

    init(
        _ file: SourceFile, at offset: Int, message: String, detail: String? = nil, hint: String? = nil,
        code: String? = nil
    ) {
        let position = file.position(of: offset)
        let window = ExcerptWindow(line: file.line(at: offset), column: position.column)
        self.file = file.name
        line = position.line
        column = position.column
        excerpt = window.text
        caret = window.caret
        self.message = message
        self.detail = detail
        self.hint = hint
        self.code = code
    }

    init(_ file: SourceFile, at offset: Int, _ error: DatabaseError) {
        self.init(
            file, at: offset, message: error.message, detail: error.detail, hint: error.hint, code: error.code)
        context = error.context
        isUnsafe = error.reason == .unsafe
    }

    /// The place and message, the line with a mark below it, then detail, hint and context.
    public var description: String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        var lines = ["\(file):\(line):\(column): error: \(message)" + (code.map { " (\($0))" } ?? "")]
        lines.append("  \(number) | \(excerpt)")
        lines.append("  \(margin) | \(caret)")
        if let detail { lines.append("  detail: \(detail)") }
        if let hint { lines.append("  hint: \(hint)") }
        if let context { lines.append("  context: \(context)") }
        return lines.joined(separator: "\n")
    }
}
