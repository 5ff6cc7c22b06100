/// Why a snapshot can't be read.
public struct SnapshotError: ExplainedError, Sendable, Hashable {
    public let message: String
    public init(_ message: String) { self.message = message }
    public var category: ErrorCategory { .usage }
    public var explanation: Explanation { Explanation(message) }
}
