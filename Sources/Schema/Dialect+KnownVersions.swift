extension Dialect {
    /// The first and last major version of PostgreSQL whose catalogs and statements autogen knows.
    private static let known = 14...18

    /// What to say of a server whose version autogen does not know; `nil` when there is nothing to say.
    ///
    /// ```swift
    /// Dialect.postgresql.notice(of: ServerVersion(19, 0))
    /// // PostgreSQL 19 is newer than the versions autogen knows (14 to 18); what is new in it goes unseen
    /// ```
    public func notice(of version: ServerVersion) -> String? {
        let known = "the versions autogen knows (\(Self.known.lowerBound) to \(Self.known.upperBound))"
        switch self {
        case .sqlite: return nil
        case .postgresql where version.major > Self.known.upperBound:
            return "PostgreSQL \(version.major) is newer than \(known); what is new in it goes unseen"
        case .postgresql where version.major < Self.known.lowerBound:
            return "PostgreSQL \(version.major) is older than \(known); what it lacks may be asked of it"
        case .postgresql: return nil
        }
    }
}
