import AutogenSchema

/// Which settings of a URL are kept out of messages.
enum Secret {
    static let mask = "***"

    /// Percent-encoded or not.
    static func isSecret(key: String) -> Bool { ConnectionOption.isSecret(Percent.decode(key) ?? key) }
}
