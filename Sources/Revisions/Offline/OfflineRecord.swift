package import AutogenSchema

/// The SQL that makes the version table and says what a database has, to be run by `psql` or `sqlite3` where autogen
/// can't reach.
///
/// ```swift
/// let record = OfflineRecord(table: VersionTable(), dialect: .sqlite)
/// print(record.stamp(scripts))
/// ```
package struct OfflineRecord: Sendable {
    let table: VersionTable
    let dialect: Dialect

    package init(table: VersionTable, dialect: Dialect) {
        self.table = table
        self.dialect = dialect
    }

    /// Makes the table where there is none.
    package func creation() -> String { "\(table.creation(in: dialect));\n" }

    /// Records these revisions and no others, whatever was recorded.
    package func stamp(_ scripts: [RevisionScript]) -> String {
        let records = scripts.map { "\(table.insertion(of: $0, in: dialect));\n" }
        return "BEGIN;\n" + creation() + "DELETE FROM \(table.name(in: dialect));\n" + records.joined() + "COMMIT;\n"
    }
}

extension RevisionGraph {
    /// What a database at these revisions has, in the order in which it is applied.
    ///
    /// Throws ``RevisionReferenceError`` where only a database could tell which revision is meant.
    package func stamped(_ references: [RevisionReference]) throws -> [RevisionScript] {
        for reference in references { _ = try resolveAll(reference, applied: nil) }
        let wanted = try stamped(references, applied: [])
        return scripts.filter { wanted.contains($0.id) }
    }
}
