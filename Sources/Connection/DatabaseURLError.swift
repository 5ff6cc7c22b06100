public import AutogenSchema

/// Why a text is not a database URL, with the accepted forms.
///
/// The message names the faulty part but never repeats the text, which may hold a password.
public struct DatabaseURLError: ExplainedError, Sendable, Hashable {
    /// Which part is wrong.
    public let message: String

    init(_ message: String) { self.message = message }

    /// The forms that ``DatabaseURL`` reads, one a line.
    package static let acceptedForms = """
        sqlite:PATH, sqlite:///ABSOLUTE/PATH, sqlite::memory:
        postgresql://[USER[:PASSWORD]@][HOST[:PORT]][,...][/DATABASE][?KEY=VALUE[&...]]
        host=HOST dbname=DATABASE ... (libpq's key words and values)
        """

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The message, with the accepted forms as advice.
    public var explanation: Explanation {
        let forms = Self.acceptedForms.split(separator: "\n").map { "  \($0)" }
        return Explanation(
            "not a database URL: \(message)", advice: (["accepted forms:"] + forms).joined(separator: "\n"))
    }
}
