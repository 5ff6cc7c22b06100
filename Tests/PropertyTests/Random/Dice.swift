/// The choices of one gene.
struct Dice {
    let gene: Gene
    private(set) var drawn: Set<String> = []

    init(_ gene: Gene) { self.gene = gene }

    private mutating func bits(_ key: String) -> UInt64 {
        drawn.insert(key)
        return SplitMix64.hash(gene.redrawn[key] ?? gene.seed, key)
    }

    private mutating func isCalm(_ key: String) -> Bool {
        drawn.insert(key)
        return gene.calmed.contains(key)
    }

    /// True in so many of a hundred cases.
    mutating func chance(_ key: String, _ percent: UInt64) -> Bool { !isCalm(key) && bits(key) % 100 < percent }

    mutating func number(_ key: String, _ range: ClosedRange<Int>) -> Int {
        if isCalm(key) { return range.lowerBound }
        return range.lowerBound + Int(bits(key) % UInt64(range.count))
    }

    /// One of several, the same as long as it is among them.
    mutating func pick<T>(_ key: String, _ candidates: [T], by label: (T) -> String) -> T? {
        if isCalm(key) { return candidates.first }
        let seed = bits(key)
        return candidates.max { SplitMix64.hash(seed, label($0)) < SplitMix64.hash(seed, label($1)) }
    }

    mutating func pick(_ key: String, _ first: String, _ others: String...) -> String {
        pick(key, [first] + others) { $0 } ?? first
    }

    /// Those of several that a coin lets through.
    mutating func subset<T>(_ key: String, _ percent: UInt64, of all: [T], by label: (T) -> String) -> [T] {
        all.filter { chance("\(key) \(label($0))", percent) }
    }

    /// The text, or nothing.
    mutating func maybe(_ key: String, _ percent: UInt64, _ text: String) -> String { chance(key, percent) ? text : "" }
}
