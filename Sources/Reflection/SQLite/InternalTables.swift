/// Tables of a SQLite database that are no part of its schema.
package enum InternalTables {
    /// The table in which autogen keeps the revision of the database.
    package static let version = "autogen_version"

    /// Whether SQLite (`sqlite_sequence`, `sqlite_stat1`) or autogen itself makes the table.
    ///
    /// SQLite refuses to create a table or index with such a name: "object name reserved for internal use".
    package static func isInternal(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix("sqlite_") || name == version
    }

    /// The endings of the names of the tables that a virtual table keeps its data in, by module, for modules that the
    /// library at hand does not have; those it has are known from `pragma_table_list`.
    static func shadows(of module: String) -> [String] {
        switch module.lowercased() {
        case "fts5": ["data", "idx", "content", "docsize", "config"]
        case "fts3", "fts4": ["content", "segments", "segdir", "docsize", "stat"]
        case "rtree", "rtree_i32", "geopoly": ["node", "rowid", "parent"]
        case "spellfix1": ["vocab"]
        default: []
        }
    }
}
