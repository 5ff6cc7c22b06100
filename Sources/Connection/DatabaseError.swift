public import AutogenSchema

/// What a database, or the way to it, refused, with everything the engine said about it.
///
/// The fields are those of PostgreSQL's error report
/// (<https://www.postgresql.org/docs/current/protocol-error-fields.html>); SQLite fills `code`, `message`
/// and `position`.
public struct DatabaseError: ExplainedError, Sendable, Hashable {
    /// What kind of fault it is, the same for each driver; callers decide by it whether to try again.
    public enum Reason: String, Sendable, Hashable {
        /// No connection could be made, or it broke.
        case connection
        /// The engine refused a statement.
        case statement
        /// The task was cancelled, and the statement with it.
        case cancelled
        /// A connect or statement timeout ran out.
        case timeout
        /// Another connection held a lock for longer than the wait limit.
        case locked
        /// It was kept from reaching out of a scratch database.
        case unsafe
        /// A result did not have the expected form.
        case result
    }

    /// What kind of fault it is.
    public let reason: Reason
    /// SQLSTATE (`42P01`) or the name of SQLite's extended result code (`SQLITE_CONSTRAINT_UNIQUE`).
    public var code: String?
    /// The primary message, one line as a rule.
    public var message: String
    /// More about the fault, such as the key that is there twice.
    public var detail: String?
    /// What the engine suggests to do.
    public var hint: String?
    /// Where in the sent text, in characters counted from 1.
    public var position: Int?
    /// What the engine was doing, such as a PL/pgSQL call stack.
    public var context: String?

    /// Made by whoever writes a driver or adapter, of what the engine reported.
    public init(
        _ reason: Reason, code: String? = nil, message: String, detail: String? = nil, hint: String? = nil,
        position: Int? = nil, context: String? = nil
    ) {
        self.reason = reason
        self.code = code
        self.message = message
        self.detail = detail
        self.hint = hint
        self.position = position
        self.context = context
    }

    /// Whether it is the statement that the database does not take, whatever connection it comes by.
    package var isRefusal: Bool {
        switch reason {
        case .statement, .unsafe: true
        case .connection, .cancelled, .timeout, .locked, .result: false
        }
    }

    /// `cancelled` and `unsafe` for these reasons, `database` for all others.
    public var category: ErrorCategory {
        switch reason {
        case .cancelled: .cancelled
        case .unsafe: .unsafe
        case .connection, .statement, .timeout, .locked, .result: .database
        }
    }

    /// One line for the message, then one for each of detail, hint and context that the engine gave.
    public var explanation: Explanation {
        var lines = [code.map { "\(message) (\($0))" } ?? message]
        if let detail { lines.append("detail: \(detail)") }
        if let hint { lines.append("hint: \(hint)") }
        if let context { lines.append("context: \(context)") }
        return Explanation(lines.joined(separator: "\n"))
    }
}
