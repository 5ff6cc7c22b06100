/// The columns that say who owns an object and what it grants.
enum Ownership {
    static func columns(owner: String, acl: String, type: String) -> String {
        """
        pg_get_userbyid(\(owner)) AS owner, \(acl)::text[] AS acl, acldefault('\(type)', \(owner))::text[] AS acldefault
        """
    }
}
