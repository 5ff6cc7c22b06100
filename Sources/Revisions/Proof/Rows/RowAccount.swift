public import AutogenSchema

/// What became of the rows that a revision was tried on.
public struct RowAccount: Sendable, Hashable {
    /// A column whose values are others since its type is.
    public struct Conversion: Sendable, Hashable {
        /// The column, by its name before.
        public let column: Address
        /// The type before.
        public let from: String
        /// The type after.
        public let to: String
    }

    /// How many columns have the values that they had, after the upgrade and after the downgrade.
    public internal(set) var kept = 0
    /// Those whose values are others since their type is.
    public internal(set) var converted: [Conversion] = []
    /// What is gone with somebody's consent.
    public internal(set) var lost: [Address] = []
    /// Tables without rows, each with the reason: nothing was seen there.
    public internal(set) var bare: [String] = []
    /// Why no rows were tried at all; `nil` where they were.
    public internal(set) var refusal: String?

    init(refusal: String? = nil) { self.refusal = refusal }

    /// Whether there was no table to put rows into.
    public var isEmpty: Bool {
        kept == 0 && converted.isEmpty && lost.isEmpty && bare.isEmpty && refusal == nil
    }

    /// `212 columns kept, 1 converted (price numeric(10,4) -> numeric(10,2)), 1 lost (accepted)`
    public var summary: String {
        if let refusal { return "without rows, since they were refused: \(refusal.oneLine)" }
        var parts = ["\(kept) column\(kept == 1 ? "" : "s") kept"]
        if !converted.isEmpty {
            let shown = converted.prefix(3).map { "\($0.column.ownName.visibleLine) \($0.from) -> \($0.to)" }
            let more = converted.count > 3 ? ", ..." : ""
            parts.append("\(converted.count) converted (\(shown.joined(separator: ", "))\(more))")
        }
        if !lost.isEmpty { parts.append("\(lost.count) lost (accepted)") }
        if !bare.isEmpty { parts.append("\(bare.count) table\(bare.count == 1 ? "" : "s") without rows") }
        return parts.joined(separator: ", ")
    }
}

/// Compares what tables hold before and after.
struct RowComparison {
    struct Column {
        let address: Address
        /// What it is called on the other side; `nil` where it is gone.
        let name: String?
        let from: String
        let to: String
        /// Whether it computes its values.
        let isComputed: Bool
        /// Whether what it takes is of another kind, a composite type with other attributes included.
        let isConverted: Bool
        /// What labels in it are called on the other side.
        let labels: [String: String]

        /// What a value is on the other side where nothing happens to it.
        func renamed(_ text: String) -> String {
            guard !labels.isEmpty else { return text }
            if let label = labels[text] { return label }
            // A list of them.
            var result = ""
            var word = ""
            for character in text + "\u{0}" {
                if "{},\"()\u{0}".contains(character) {
                    result += (labels[word] ?? word) + (character == "\u{0}" ? "" : String(character))
                    word = ""
                } else {
                    word.append(character)
                }
            }
            return result
        }
    }

    /// What became of a column, or of a table, with the values that differ.
    struct Outcome {
        let address: Address
        let column: Column?
        let finding: Finding
        var values: [(before: String, after: String)] = []
    }

    struct Pair {
        let address: Address
        /// `nil` where the table is gone.
        let new: [String]?
        let columns: [Column]
    }

    enum Finding: Hashable {
        case kept
        case converted
        /// Some value is gone, is there where there was none, or is not what it was.
        case lost
        case filled
        case changed
        case rows(before: Int, after: Int)
    }

    let before: RowImage
    let after: RowImage

    /// What became of each column that has a value, and of the tables.
    func outcomes(of pair: Pair) -> [Outcome] {
        guard let old = before.tables[pair.address.path], !old.rows.isEmpty else { return [] }
        // A table that keeps no column has nothing to be read by, and is there with its rows.
        let keepsNone = pair.columns.allSatisfy { $0.name == nil }
        let bare = RowImage.Table(columns: [], rows: old.rows.map { _ in [] })
        guard let path = pair.new, let new = after.tables[path] ?? (keepsNone ? bare : nil) else {
            return [Outcome(address: pair.address, column: nil, finding: .lost)]
        }
        guard old.rows.count == new.rows.count else {
            let finding = Finding.rows(before: old.rows.count, after: new.rows.count)
            return [Outcome(address: pair.address, column: nil, finding: finding)]
        }
        let order = Self.order(old, new, pair.columns)
        return pair.columns.compactMap { column in
            guard !column.isComputed, let values = old.values(column.address.ownName) else { return nil }
            let own = values.map { $0.map(column.renamed) }
            guard let name = column.name, let there = new.values(name) else {
                let isEmpty = own.allSatisfy { $0 == nil }
                return isEmpty ? nil : Outcome(address: column.address, column: column, finding: .lost)
            }
            return Self.outcome(column, own, there, order)
        }
    }

    private static func outcome(
        _ column: Column, _ own: [String?], _ there: [String?], _ order: [Int]?
    ) -> Outcome {
        // Where nothing tells the rows, only all values together can be compared.
        let texts = order.map { order in order.map { there[$0] } }
        let pairs =
            texts.map { Array(zip(own, $0)) } ?? Array(zip(own.sorted(by: isBefore), there.sorted(by: isBefore)))
        var outcome = Outcome(address: column.address, column: column, finding: finding(pairs, column))
        for case (let before?, let after?) in pairs where before != after { outcome.values.append((before, after)) }
        return outcome
    }

    private static func finding(_ pairs: [(String?, String?)], _ column: Column) -> Finding {
        if pairs.allSatisfy({ $0 == $1 }) { return .kept }
        if pairs.contains(where: { $0 != nil && $1 == nil }) { return .lost }
        if pairs.allSatisfy({ $0 == $1 || $0 == nil }) { return .filled }
        return column.isConverted ? .converted : .changed
    }

    private static func isBefore(_ one: String?, _ other: String?) -> Bool { (one ?? "") < (other ?? "") }

    /// For each row the place that it has on the other side, by a column whose values are all there and tell the rows.
    private static func order(_ old: RowImage.Table, _ new: RowImage.Table, _ columns: [Column]) -> [Int]? {
        var votes: [[Int]: Int] = [:]
        for column in columns {
            guard let name = column.name, let own = old.values(column.address.ownName), let there = new.values(name),
                !own.contains(nil), Set(own).count == own.count, Set(own) == Set(there)
            else { continue }
            votes[own.compactMap { there.firstIndex(of: $0) }, default: 0] += 1
        }
        return votes.max { one, other in
            one.value == other.value ? other.key.lexicographicallyPrecedes(one.key) : one.value < other.value
        }?.key
    }
}
