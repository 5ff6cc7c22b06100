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
    /// What sort of trouble it is.
    var category: ErrorCategory { get }
    /// The error in words, which the properties below are taken from.
    var explanation: Explanation { get }
}

extension ExplainedError {
    /// What happened.
    public var reason: String { explanation.reason }
    /// Where, if in a file.
    public var location: FileLocation? { explanation.location }
    /// What can be done about it, where that is known.
    public var advice: String? { explanation.advice }
    /// Place, reason and advice, as the command line prints them.
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
    /// The path, as it was given.
    public let file: String
    /// `nil` where the whole file is meant.
    public let line: Int?
    /// `nil` where the whole line is meant.
    public let column: Int?

    /// A file, or a place in it.
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
    /// Where in a file; `nil` where it is about none.
    public let location: FileLocation?
    /// What happened, without the place.
    public let reason: String
    /// What can be done about it, a sentence or more; `nil` where that is not known.
    public let advice: String?

    /// For errors of one's own that conform to ``ExplainedError``.
    public init(_ reason: String, advice: String? = nil, at location: FileLocation? = nil) {
        self.reason = reason
        self.advice = advice
        self.location = location
    }

    /// Place and reason, and the advice on lines of its own.
    public var description: String {
        let place = location.map { $0.line == nil ? "\($0): " : "\($0): error: " }
        return (place ?? "") + reason + (advice.map { "\n" + $0 } ?? "")
    }
}
