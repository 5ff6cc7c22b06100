import GRDB

/// A record of GRDB's, in the table that a revision of autogen's makes.
struct Member: Codable, Sendable, FetchableRecord, MutablePersistableRecord {
    var id: Int64?
    var name: String
    var role: String

    mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
