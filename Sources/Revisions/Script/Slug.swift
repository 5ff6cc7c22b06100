/// The part of a file's name that says what a revision does.
enum Slug {
    /// Lower-case letters and digits of any script, everything else as single underscores; at most 40 characters.
    ///
    /// ```swift
    /// Slug.text(of: "Add users & e-mail")  // add_users_e_mail
    /// ```
    static func text(of message: String) -> String {
        let words = message.lowercased().split { !($0.isLetter || $0.isNumber) }
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? String(word) : "\(slug)_\(word)"
            guard longer.count <= 40 else { return slug.isEmpty ? String(longer.prefix(40)) : slug }
            slug = longer
        }
        return slug
    }
}
