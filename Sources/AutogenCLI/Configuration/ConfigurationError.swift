/// What is wrong with the configuration, and where.
struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    let file: String
    /// Counted from 1; `nil` when it is not about one place.
    var line: Int?
    var column: Int?
    let message: String

    var description: String {
        guard let line, let column else { return "\(file): \(message)" }
        return "\(file):\(line):\(column): error: \(message)"
    }
}
