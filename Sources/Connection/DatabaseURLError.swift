/// Why a text is not a database URL, with the accepted forms.
///
/// The message names the faulty part but never repeats the text, which may hold a password.
public struct DatabaseURLError: Error, Sendable, Hashable, CustomStringConvertible {
    public let message: String

    init(_ message: String) { self.message = message }

    /// The forms that ``DatabaseURL`` reads, one a line.
    public static let acceptedForms = """
        sqlite:PATH, sqlite:///ABSOLUTE/PATH, sqlite::memory:
        postgresql://[USER[:PASSWORD]@][HOST[:PORT]][,...][/DATABASE][?KEY=VALUE[&...]]
        host=HOST dbname=DATABASE ... (libpq's key words and values)
        """

    public var description: String {
        let forms = Self.acceptedForms.split(separator: "\n").map { "  \($0)" }
        return (["not a database URL: \(message)", "accepted forms:"] + forms).joined(separator: "\n")
    }
}
