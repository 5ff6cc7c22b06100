/// Something that can have a comment, an owner or privileges.
struct Thing: Sendable {
    /// What follows `COMMENT ON`.
    let comment: String
    /// What follows `ALTER`, where it has an owner.
    var owner: String?
    /// What follows `GRANT ... ON`, where it has privileges.
    var grant: String?
    var privileges: [String] = []
}
