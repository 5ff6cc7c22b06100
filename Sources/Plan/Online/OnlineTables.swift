/// The tables that a plan does not go through while others wait for them: changes of these take several transactions.
package enum OnlineTables: Sendable, Hashable {
    case none
    /// Every table that is there before the script.
    case all
    /// Those of these paths.
    case only(Set<[String]>)

    func contains(_ table: [String]) -> Bool {
        switch self {
        case .none: false
        case .all: true
        case .only(let tables): tables.contains(table)
        }
    }
}

/// By what the rows of a table are divided into batches.
package enum BatchKey: Sendable, Hashable {
    /// The columns of a key, in its order.
    case columns([String])
    /// The places of rows on disk, where there is no key.
    case place
}
