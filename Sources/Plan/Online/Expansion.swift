package import AutogenSchema

/// The first two of the three steps by which columns get another type while clients use them: new columns beside the old
/// ones, kept in step by triggers; and the values of the rows that are there, with the indexes over them. The third gives
/// the new columns the names of the old ones (``renames``), and is a plan like any other.
package struct Expansion: Sendable {
    /// What stands beside what for a while.
    package struct Pair: Sendable, Hashable {
        package let old: ObjectID
        package let new: ObjectID
    }

    /// The columns.
    package internal(set) var columns: [Pair] = []
    /// The indexes, which go with the old columns.
    package internal(set) var indexes: [Pair] = []
    package internal(set) var expand: [Statement] = []
    package internal(set) var expandBack: [Statement] = []
    package internal(set) var backfill: [Statement] = []
    package internal(set) var backfillBack: [Statement] = []
    /// What comes first on the way back from the third step: the old columns beside the new ones, with their values.
    package internal(set) var contractBack: [Statement] = []
    /// What the old columns hold by then, should a row have come without.
    package internal(set) var returning: [ObjectID: Fill] = [:]

    init() {}

    /// The new takes the name of the old, which has another one until it goes.
    package var renames: Renames {
        Renames(
            (columns + indexes).flatMap { pair in
                [Rename(Address(pair.old), to: [Self.leaving(pair)]), Rename(Address(pair.new), to: [pair.old.name])]
            })
    }

    /// The old columns as they are called when they go.
    package var leaving: [Address] {
        columns.map { Address(kind: $0.old.kind.rawValue, path: $0.old.path.dropLast() + [Self.leaving($0)]) }
    }

    static func leaving(_ pair: Pair) -> String { NameAside.name(pair.old.name, "__was") }
}

extension Planner {
    /// What comes before columns get another type that would write their tables anew; `nil` where nothing does.
    ///
    /// Throws ``ExpansionError`` where one can't be had so.
    package func expansion(from: Catalog, to: Catalog) throws(ExpansionError) -> Expansion? {
        let renamed = rules.renamed(Differences(from: from, to: to))
        let impact = Impact(renamed, to: to, decisions: Decisions(), rules: rules)
        return try rules.expansion(in: impact.keeping(online, swapping: []).objects)
    }
}

/// Why a column can't get another type beside the old one.
package struct ExpansionError: ExplainedError, Sendable, Hashable {
    package let column: ObjectID
    package let reason: String

    package var category: ErrorCategory { .usage }
    package var explanation: Explanation {
        Explanation(
            "\(column) can't be expanded: \(reason)",
            advice:
                "write a revision without --expand, for a time when the table may be locked while it is written anew")
    }
}
