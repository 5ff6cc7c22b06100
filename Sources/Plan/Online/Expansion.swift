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

/// What has another name and keeps the old one beside it for a while.
package struct KeptNames: Sendable {
    /// What gets its new name before anything else: relations, for which views stand in, and what clients don't name.
    package let first: Renames
    /// Tables and views among them.
    let relations: [Rename]
    /// Columns, which have their old names in relations that have their new ones.
    let columns: [Rename]
    /// Sequences, which keep their old names until clients of the old version are gone.
    package let last: [Rename]

    package static let none = KeptNames()

    private init() { (first, relations, columns, last) = (Renames([]), [], [], []) }

    private static let relationKinds = Set([Kind.table, .view, .materializedView].map(\.rawValue))
    private static let memberKinds = Set([Kind.constraint, .trigger, .policy, .rule].map(\.rawValue))
    private static let unseenKinds = Set([Kind.index, .statistics].map(\.rawValue))

    /// Throws ``ExpansionError`` for what clients use and can't find by two names.
    package init(_ renames: Renames) throws(ExpansionError) {
        let columns = renames.all.filter { $0.old.kind == Kind.column.rawValue }
        let last = renames.all.filter { $0.old.kind == Kind.sequence.rawValue }
        let others = renames.all.filter { !columns.contains($0) && !last.contains($0) }
        for rename in others {
            let kind = rename.old.kind
            guard
                Self.memberKinds.contains(kind) || Self.relationKinds.contains(kind) || Self.unseenKinds.contains(kind)
            else {
                throw ExpansionError(rename.old, "clients can't find it by its old name beside the new one")
            }
        }
        let first = Renames(others)
        self.first = first
        self.last = last
        relations = others.filter { Self.relationKinds.contains($0.old.kind) }
        self.columns = columns.map { Rename(first.renamed($0.old), to: $0.new) }
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

/// Why something can't be had beside what it was.
package struct ExpansionError: ExplainedError, Sendable, Hashable {
    /// As it is called before.
    package let object: Address
    package let reason: String

    package init(_ object: Address, _ reason: String) {
        self.object = object
        self.reason = reason
    }

    package var category: ErrorCategory { .usage }
    package var explanation: Explanation {
        Explanation(
            "\(object) can't be expanded: \(reason)",
            advice:
                "write a revision without --expand, for a time when the table may be locked while it is written anew, and no client uses a name that goes"
        )
    }
}
