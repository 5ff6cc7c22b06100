public import AutogenSchema

/// Why the files of a project could not be read or written.
public struct RevisionFolderError: ExplainedError, Sendable, Hashable {
    public let explanation: Explanation
    public var category: ErrorCategory { .usage }

    init(_ reason: String) { explanation = Explanation(reason) }
}
