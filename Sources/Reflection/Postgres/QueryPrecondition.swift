import AutogenSchema

/// What tells, before a query is sent, that it could have rows: most databases have none of most kinds, and to plan a query
/// costs the server more than to run it.
enum QueryPrecondition: Sendable {
    case always
    /// Rows of a catalog that are not `initdb`'s, under a condition on its columns.
    ///
    /// What `initdb` makes has an OID below 16384 (`FirstNormalObjectId` of `src/include/access/transam.h`).
    case made(in: SystemCatalog, where: String? = nil)
    /// Any row of a catalog that has no OIDs, or none of `initdb`'s.
    case any(of: String, where: String? = nil)

    /// `nil` where nothing need be asked.
    fileprivate var expression: String? {
        switch self {
        case .always: nil
        case .made(let catalog, let condition):
            "EXISTS (SELECT FROM \(catalog.name) WHERE oid >= 16384\(condition.map { " AND (\($0))" } ?? ""))"
        case .any(let name, let condition): "EXISTS (SELECT FROM \(name)\(condition.map { " WHERE \($0)" } ?? ""))"
        }
    }
}

extension QueryPrecondition {
    /// One row, with a column for each of them.
    static func sql(of preconditions: [QueryPrecondition]) -> SQL {
        "SELECT \(raw: preconditions.map { $0.expression ?? "true" }.joined(separator: ",\n       "))"
    }
}
