public import AutogenSchema

/// What is wrong with the text of a revision script, and where.
public struct ScriptError: ExplainedError, Sendable, Hashable {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let message: String

    public var category: ErrorCategory { .usage }
    public var explanation: Explanation { Explanation(message, at: FileLocation(file, line: line, column: 1)) }
}
