public import AutogenSchema

/// What a statement does to a table, or another relation, that was there before the script began.
public struct RelationUse: Sendable, Hashable {
    /// What a statement does with all that a relation holds; the raw values are the words of scripts and reports.
    public enum Effect: String, Sendable, Hashable, CaseIterable {
        /// All rows are read.
        case scanned
        /// All rows are read and written to another table.
        case copied
        /// The files of the relation, and of its indexes, are written anew.
        case rewritten
        /// It is gone, whatever it holds.
        case dropped

        /// Whether it takes the longer the more rows there are.
        public var growsWithRows: Bool { self != .dropped }

        /// What of several takes the longest; `nil` where none goes through rows.
        package static func longest(of effects: [Effect]) -> Effect? {
            allCases.last { $0.growsWithRows && effects.contains($0) }
        }
    }

    /// What is used: `table public.users`.
    public let relation: Address
    /// The strongest lock that is taken; `nil` in SQLite, where whoever writes locks the whole database.
    public let lock: LockMode?
    /// What becomes of all rows; `nil` where none is looked at.
    public let effect: Effect?
    /// How many partitions are used in the same way along with it.
    public let partitions: Int

    package init(_ relation: Address, lock: LockMode? = nil, effect: Effect? = nil, partitions: Int = 0) {
        self.relation = relation
        self.lock = lock
        self.effect = effect
        self.partitions = partitions
    }

    /// Whether there can be many rows in it: a sequence has one.
    package var holdsRows: Bool {
        [Kind.table, .materializedView, .virtualTable, .index].contains { $0.rawValue == relation.kind }
    }

    /// Whether a client can notice: it waits, or there is work that grows with the rows. Nobody waits for what is gone.
    package var isFelt: Bool { effect.map(\.growsWithRows) ?? (lock?.blocksWrites == true) }
}

extension RelationUse {
    /// What clients can't do while it lasts, to be said behind ``description``; empty where they can do everything.
    package var consequence: String {
        guard let lock, lock.blocksWrites else { return "" }
        return lock.blocksReads ? ": nobody reads or writes it meanwhile" : ": nobody writes to it meanwhile"
    }

    /// Each relation once, by name, with the strongest lock and what takes the longest.
    package static func joined(_ uses: [RelationUse]) -> [RelationUse] {
        var found: [Address: RelationUse] = [:]
        for use in uses {
            let before = found[use.relation]
            let effects = [before?.effect, use.effect].compactMap { $0 }
            found[use.relation] = RelationUse(
                use.relation, lock: [before?.lock, use.lock].compactMap { $0 }.max(),
                effect: Effect.longest(of: effects) ?? effects.first,
                partitions: max(before?.partitions ?? 0, use.partitions))
        }
        return found.values.sorted { $0.relation < $1.relation }
    }
}

extension RelationUse: CustomStringConvertible {
    /// `table public.users ACCESS EXCLUSIVE, rewritten`; of one with partitions `table public.events and 12 partitions ...`
    public var description: String {
        let along =
            switch partitions {
            case 0: ""
            case 1: " and 1 partition"
            default: " and \(partitions) partitions"
            }
        let mode = lock.map { " \($0.rawValue)" } ?? ""
        return "\(relation)\(along)\(mode)\(effect.map { (lock == nil ? " " : ", ") + $0.rawValue } ?? "")"
    }

    /// Reads what ``description`` has written, also where ``consequence`` stands behind it.
    package init?(beginning text: String) {
        let ends = [": nobody reads or writes it meanwhile", ": nobody writes to it meanwhile"]
        self.init(ends.first(where: text.hasSuffix).map { String(text.dropLast($0.count)) } ?? text)
    }

    /// Reads what ``description`` has written.
    package init?(_ text: String) {
        guard let (relation, behind) = try? Address.reading(text) else { return nil }
        var rest = Substring(behind)
        func take(_ prefix: String) -> Bool {
            guard rest.hasPrefix(prefix) else { return false }
            rest = rest.dropFirst(prefix.count)
            return true
        }
        var partitions = 0
        if take("and ") {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let count = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard take(" partitions ") || take(" partition ") else { return nil }
            partitions = count
        }
        // The longest first, since one mode begins like another.
        let mode = LockMode.allCases.sorted { $0.rawValue.count > $1.rawValue.count }.first { take($0.rawValue) }
        let effect = Effect.allCases.first { take(mode == nil ? $0.rawValue : ", \($0.rawValue)") }
        guard rest.isEmpty, mode != nil || effect != nil else { return nil }
        self.init(relation, lock: mode, effect: effect, partitions: partitions)
    }
}
