import AutogenSchema

/// Two random schemas: most often the second is a changed first, sometimes it has nothing to do with it.
struct SchemaPair: Sendable, Hashable {
    var from: Genome
    var to: Genome

    /// - Parameter focus: what to have most of; by default, one pair in four has mostly partitions.
    init(seed: UInt64, dialect: Dialect = .postgresql, focus: Focus? = nil) {
        var random = SplitMix64(seed: seed)
        let focus = focus ?? (dialect == .postgresql && seed % 4 == 0 ? .partitions : .everything)
        let sizes = focus == .partitions ? 3...18 : 4...45
        from = Genome.random(
            size: Int.random(in: sizes, using: &random), dialect: dialect, focus: focus, using: &random)
        if Int.random(in: 0..<10, using: &random) == 0 {
            to = Genome.random(
                size: Int.random(in: sizes, using: &random), dialect: dialect, focus: focus, using: &random)
        } else {
            to = from.mutated(times: Int.random(in: 1...12, using: &random), using: &random)
        }
    }
}
