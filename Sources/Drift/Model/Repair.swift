public import AutogenPlan

/// SQL that ends a finding, ready for `psql -v ON_ERROR_STOP=1 -f` or `sqlite3 -bail`.
public struct Repair: Sendable, Hashable {
    public let sql: String
    public let hazards: [Hazard]
    /// Other subjects that the same SQL repairs, because one can't be without the other.
    public let together: [String]

    public init(sql: String, hazards: [Hazard] = [], together: [String] = []) {
        self.sql = sql
        self.hazards = hazards
        self.together = together
    }
}
