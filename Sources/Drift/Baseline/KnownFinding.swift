/// A finding that somebody has looked at and lets pass.
public struct KnownFinding: Sendable, Hashable {
    /// The ``Finding/id`` that it lets pass.
    public let id: String
    /// What was found then; `nil` lets pass whatever becomes of it.
    public let fingerprint: String?
    /// The subject, for people who read the file.
    public let subject: String
    /// Why it may be, in somebody's words.
    public let reason: String
    /// The last day on which it passes; `nil` for ever.
    public let expires: Day?
    /// Whether that day is over.
    public internal(set) var isExpired = false

    package init(id: String, fingerprint: String?, subject: String, reason: String, expires: Day?) {
        self.id = id
        self.fingerprint = fingerprint
        self.subject = subject
        self.reason = reason
        self.expires = expires
    }
}
