/// Which settings of a URL are kept out of messages.
enum Secret {
    static let mask = "***"

    /// `password`, `sslpassword`, `oauth_client_secret` and their kin, percent-encoded or not.
    static func isSecret(key: String) -> Bool {
        let key = (Percent.decode(key) ?? key).lowercased()
        return key.contains("password") || key.contains("secret")
    }
}
