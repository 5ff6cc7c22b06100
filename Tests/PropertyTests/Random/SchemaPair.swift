import AutogenSchema

/// Two random schemas: most often the second is a changed first, sometimes it has nothing to do with it.
struct SchemaPair: Sendable, Hashable {
    var from: Genome
    var to: Genome

    init(seed: UInt64, dialect: Dialect = .postgresql) {
        var random = SplitMix64(seed: seed)
        from = Genome.random(size: Int.random(in: 4...45, using: &random), dialect: dialect, using: &random)
        if Int.random(in: 0..<10, using: &random) == 0 {
            to = Genome.random(size: Int.random(in: 4...45, using: &random), dialect: dialect, using: &random)
        } else {
            to = from.mutated(times: Int.random(in: 1...12, using: &random), using: &random)
        }
    }
}
