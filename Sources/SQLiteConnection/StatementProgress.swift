/// How far a statement that takes long has got.
public struct StatementProgress: Sendable, Hashable {
    /// Its first line, at most 60 characters of it.
    public let statement: String
    /// Rows written so far; 0 for `CREATE INDEX` and for tables without a rowid, whose rows SQLite does not report.
    public let rows: Int
    /// Since it began.
    public let elapsed: Duration
}
