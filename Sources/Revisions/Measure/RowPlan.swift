import AutogenSchema

/// Which relations a statement about rows reads, as `EXPLAIN (VERBOSE, FORMAT JSON)` shows it
/// (<https://www.postgresql.org/docs/current/sql-explain.html>).
struct RowPlan {
    /// For each relation that is named whether it is gone through from the first row to the last.
    private var relations: [[String]: Bool] = [:]

    init(_ text: String) throws(JSONError) { read(try JSON(parsing: text)) }

    /// Whether all rows of a relation are gone through; `nil` for one that the plan does not name.
    func reads(_ relation: [String]) -> Bool? { relations[relation] }

    /// A node that reads a relation without a condition which an index answers goes through all of it.
    private mutating func read(_ plan: JSON) {
        switch plan {
        case .array(let plans): for plan in plans { read(plan) }
        case .object(let members):
            let fields = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            if case .string(let schema)? = fields["Schema"], case .string(let name)? = fields["Relation Name"],
                case .string(let type)? = fields["Node Type"], type.hasSuffix("Scan")
            {
                let isWhole = ["Index Cond", "Recheck Cond", "TID Cond"].allSatisfy { fields[$0] == nil }
                relations[[schema, name]] = isWhole || relations[[schema, name]] == true
            }
            for key in ["Plan", "Plans"] { if let inner = fields[key] { read(inner) } }
        case .null, .bool, .integer, .string: break
        }
    }
}
