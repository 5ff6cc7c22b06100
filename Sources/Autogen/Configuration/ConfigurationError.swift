public import AutogenSchema

/// What is wrong with the configuration, and where: `autogen.yaml:4:10: error: unknown key "scheme" in ...`.
public struct ConfigurationError: ExplainedError, Sendable, Hashable {
    public let file: String
    /// Counted from 1; `nil` when it is not about one place.
    public let line: Int?
    public let column: Int?
    public let message: String

    package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    public var category: ErrorCategory { .usage }
    public var explanation: Explanation {
        Explanation(message, at: FileLocation(file, line: line, column: column))
    }
}
