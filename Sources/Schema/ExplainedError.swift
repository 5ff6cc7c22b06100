/// What every error of autogen tells: what happened, where, and what can be done about it.
///
/// ```swift
/// do { try await migrator.upgrade() } catch let error as any ExplainedError {
///     log.error("\(error.reason)", metadata: ["place": "\(error.location?.description ?? "none")"])
/// }
/// ```
///
/// Its description is all of it: `schema/users.sql:3:19: error: relation "teams" does not exist`, and the advice on lines of
/// its own.
public protocol ExplainedError: Error, CustomStringConvertible {
    var category: ErrorCategory { get }
    var explanation: Explanation { get }
}

extension ExplainedError {
    /// What happened.
    public var reason: String { explanation.reason }
    /// Where, if in a file.
    public var location: FileLocation? { explanation.location }
    /// What can be done about it, where that is known.
    public var advice: String? { explanation.advice }
    public var description: String { explanation.description }
}

/// What sort of trouble an error is, which decides about the exit code of the command line.
public enum ErrorCategory: Sendable, Hashable, CaseIterable {
    /// Something is not as it should be: a difference, drift, a history that is no history.
    case difference
    /// How autogen was called, or a file or setting of the project.
    case usage
    /// The database refused, or could not be reached.
    case database
    /// Refused, since something would be lost or reached that must not be; it can be allowed.
    case unsafe
    /// The task was cancelled.
    case cancelled
}

/// A place in a file; ``line`` and ``column`` are counted from 1.
public struct FileLocation: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let line: Int?
    public let column: Int?

    public init(_ file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `schema/users.sql:3:19`.
    public var description: String {
        [file, line.map(String.init), line == nil ? nil : column.map(String.init)].compactMap { $0 }
            .joined(separator: ":")
    }
}

/// An error in words: what happened, where, and what to do.
public struct Explanation: Sendable, Hashable, CustomStringConvertible {
    public let location: FileLocation?
    public let reason: String
    public let advice: String?

    public init(_ reason: String, advice: String? = nil, at location: FileLocation? = nil) {
        self.reason = reason
        self.advice = advice
        self.location = location
    }

    public var description: String {
        let place = location.map { $0.line == nil ? "\($0): " : "\($0): error: " }
        return (place ?? "") + reason + (advice.map { "\n" + $0 } ?? "")
    }
}
