/// The places where a statement of PostgreSQL names a role: an owner, who is granted something, whose rights are meant.
///
/// They are those of `RoleSpec` in the server's grammar
/// (<https://www.postgresql.org/docs/current/sql-grant.html>); what stands in the body of a function or of a `DO` block is
/// text to the server, too.
struct RoleNames {
    struct Place {
        let token: SQLToken
        /// Where `AUTHORIZATION` begins when the schema that is made has the role's name and no other.
        var namesSchema: Int?
    }

    private(set) var places: [Place] = []
    private var reader: SQLReader

    init(_ statement: SQLStatement) {
        reader = statement.reader
        let first = reader.word()
        switch first {
        case "GRANT", "REVOKE": readGrant()
        case "SET": readSession()
        case "CREATE", "ALTER", "DROP":
            switch reader.keyword {
            case "SCHEMA" where first == "CREATE": readSchema()
            case "POLICY": readList(behind: "TO")
            case "USER": readList(behind: "FOR")
            case "DEFAULT":
                var owner = reader
                if owner.skip(behind: "FOR"), owner.skip("ROLE") || owner.skip("USER") {
                    reader = owner
                    readList()
                }
                readGrant()
            default: readOwners()
            }
        default: break
        }
    }

    /// `... TO role, role` or `... FROM role, role`, and who is to have granted it.
    private mutating func readGrant() {
        var receiver = reader
        if receiver.skip(behind: "TO") || receiver.skip(behind: "FROM") {
            reader = receiver
            readList()
        }
        if reader.skip(behind: "GRANTED"), reader.skip("BY") { readList() }
    }

    private mutating func readList(behind word: String) {
        if reader.skip(behind: word) { readList() }
    }

    private mutating func readList() {
        repeat {
            _ = reader.skip("GROUP")
            guard let token = reader.peek, reader.name() != nil else { return }
            places.append(Place(token: token))
        } while reader.skip(symbol: ",")
    }

    private mutating func readOwners() {
        while reader.skip(behind: "OWNER") {
            if reader.skip("TO") { readList() }
        }
    }

    /// Its name or its owner's, and what is made in it by the same statement.
    private mutating func readSchema() {
        _ = reader.skip("SCHEMA")
        _ = reader.skip("IF", "NOT", "EXISTS")
        let isUnnamed = reader.isAt("AUTHORIZATION")
        if !isUnnamed { _ = reader.name() }
        if let start = reader.peek?.range.lowerBound, reader.skip("AUTHORIZATION"), let token = reader.peek,
            reader.name() != nil
        {
            places.append(Place(token: token, namesSchema: isUnnamed ? start : nil))
        }
        while reader.skip(behind: "GRANT") { readGrant() }
    }

    private mutating func readSession() {
        if !reader.isAt("SESSION", "AUTHORIZATION") { _ = reader.skip("SESSION") || reader.skip("LOCAL") }
        guard reader.skip("ROLE") || reader.skip("SESSION", "AUTHORIZATION") else { return }
        if let token = reader.peek { places.append(Place(token: token)) }
    }
}
