/// The part of a file's name that says what a revision does.
enum Slug {
    /// Lower-case letters and digits of any script, everything else as single underscores; at most `limit` characters.
    ///
    /// ```swift
    /// Slug.text(of: "Add users & e-mail")  // add_users_e_mail
    /// ```
    static func text(of message: String, limit: Int = 40) -> String {
        let words = message.lowercased().split { !($0.isLetter || $0.isNumber) }
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? String(word) : "\(slug)_\(word)"
            guard longer.count <= limit else { return slug.isEmpty ? String(longer.prefix(limit)) : slug }
            slug = longer
        }
        return slug
    }
}
