/// What is wrong with the text of a revision script, and where.
public struct ScriptError: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let message: String

    public var description: String { "\(file):\(line):1: error: \(message)" }
}
