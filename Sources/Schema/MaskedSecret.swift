/// What stands in a catalog in place of a password: a salted hash, so that a change is noticed and nothing is given away.
///
/// ```swift
/// MaskedSecret.masked("s3cret", salt: "server ada password")  // masked-sha256-9f86d081884c7d65...
/// ```
///
/// The salt is the place of the secret, so that equal passwords in two places look different, and that two readings of
/// one place agree. What is masked already stays as it is.
package enum MaskedSecret {
    package static let mark = "masked-sha256-"

    package static func masked(_ secret: String, salt: String) -> String {
        secret.hasPrefix(mark) ? secret : mark + SHA256.hexadecimal("\(salt)\u{0}\(secret)")
    }

    /// The masks in a text, such as that of a statement.
    package static func masks(in text: String) -> [Substring] {
        text.ranges(of: mark).map { range in
            text[range.lowerBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        }
    }

    /// The environment variable that holds the secret behind a mask while a script runs: `AUTOGEN_SECRET_9F86D081`.
    package static func variable(for mask: some StringProtocol) -> String {
        "AUTOGEN_SECRET_" + mask.dropFirst(mark.count).prefix(8).uppercased()
    }

    /// Whether the value of an option is nobody's business: `password`, `sslpassword`, `api_key`, `secret_access_key`.
    package static func isSecret(option name: String) -> Bool {
        let name = name.lowercased()
        let words = ["password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "apikey"]
        return words.contains { name.contains($0) } || name == "key" || name.hasSuffix("_key")
    }
}

/// The secrets behind the masks of a catalog, for those who ask to see them; never compared, never written down.
package struct Secrets: Sendable {
    private var plain: [String: String] = [:]

    package init() {}

    mutating func mask(_ secret: String, salt: String) -> String {
        let mask = MaskedSecret.masked(secret, salt: salt)
        if mask != secret { plain[mask] = secret }
        return mask
    }

    package mutating func merge(_ other: Secrets) { plain.merge(other.plain) { $1 } }

    func revealed(_ mask: String) -> String { plain[mask] ?? mask }
}
