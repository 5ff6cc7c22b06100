package import AutogenSchema

/// The first two of the three steps by which columns get another type or another name, and tables another name, while
/// clients use them: new columns beside the old ones, kept in step by triggers, and views under the old names of tables; and
/// the values of the rows that are there, with the indexes over them. The third takes away what is old and gives the rest
/// its names (``renames``), and is a plan like any other.
package struct Expansion: Sendable {
    /// What stands beside what for a while.
    package struct Pair: Sendable, Hashable {
        package let old: ObjectID
        package let new: ObjectID
        /// What the new one is called in the end.
        package let name: String

        /// What the old one is called when it goes.
        var leaving: String { name == old.name ? NameAside.name(name, "__was") : old.name }

        /// The same, with all that it is part of.
        package var leavingAddress: Address {
            Address(kind: old.kind.rawValue, path: old.path.dropLast() + [leaving])
        }
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

    /// The new takes its name, and where that is the one of the old, this has another one until it goes.
    package var renames: Renames {
        Renames(
            (columns + indexes).filter { $0.new.name != $0.name }.flatMap { pair in
                [Rename(Address(pair.old), to: [pair.leaving]), Rename(Address(pair.new), to: [pair.name])]
            })
    }
}

extension Planner {
    /// What comes before columns get another type that would write their tables anew, and names go that clients use; `nil`
    /// where neither happens.
    ///
    /// Throws ``ExpansionError`` where one can't be had so.
    package func expansion(
        from: Catalog, to: Catalog, keeping names: KeptNames = .none
    ) throws(ExpansionError) -> Expansion? {
        let renamed = rules.renamed(Differences(from: from, to: to))
        let impact = Impact(renamed, to: to, decisions: Decisions(), rules: rules)
        return try rules.expansion(in: impact.keeping(online, swapping: []).objects, keeping: names)
    }
}
