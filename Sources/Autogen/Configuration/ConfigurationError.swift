public import AutogenSchema

/// What is wrong with the configuration, and where: `autogen.yaml:4:10: error: unknown key "scheme" in ...`.
public struct ConfigurationError: ExplainedError, Sendable, Hashable {
    /// The path of the configuration, as it was given.
    public let file: String
    /// Counted from 1; `nil` when it is not about one place.
    public let line: Int?
    /// Counted in characters from 1; `nil` when it is about the whole line.
    public let column: Int?
    /// What is wrong, without the place.
    public let message: String
    /// The `KEY` of a `x.KEY` that was given no value.
    package let missingValue: String?

    package init(
        file: String, line: Int? = nil, column: Int? = nil, message: String, missingValue: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.missingValue = missingValue
    }

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The message at its file, line and column.
    public var explanation: Explanation {
        Explanation(message, at: FileLocation(file, line: line, column: column))
    }
}
