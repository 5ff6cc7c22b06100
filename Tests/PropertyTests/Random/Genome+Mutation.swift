import AutogenSchema

extension Genome {
    /// Another genome that differs in a few places.
    func mutated(times: Int, using random: inout SplitMix64) -> Genome {
        var result = self
        let drawn = drawn
        for _ in 0..<times { result.mutate(drawn, using: &random) }
        return result
    }

    private mutating func mutate(_ drawn: [Gene.Place: Set<String>], using random: inout SplitMix64) {
        let dice = Int.random(in: 0..<100, using: &random)
        guard let gene = ordered.randomElement(using: &random) else { return insert(using: &random) }
        switch dice {
        case ..<55: redraw(gene, drawn[gene.place] ?? [], using: &random)
        case ..<60: genes[gene.place]?.seed = random.next()
        case ..<74: insert(using: &random)
        case ..<88: genes[gene.place] = nil
        case ..<94: move(gene, to: gene.kind, Int.random(in: 0..<Gene.numbers, using: &random))
        default:
            let kinds = dialect == .sqlite ? gene.kind.successors.intersection([.table, .view]) : gene.kind.successors
            guard let kind = kinds.sorted(by: { $0.rawValue < $1.rawValue }).randomElement(using: &random)
            else { return }
            genes[gene.place] = nil
            move(gene, to: kind, gene.number)
        }
    }

    /// One choice is made again.
    private mutating func redraw(_ gene: Gene, _ keys: Set<String>, using random: inout SplitMix64) {
        let key = keys.sorted().randomElement(using: &random)
        let seed = random.next()
        if let key { genes[gene.place]?.redrawn[key] = seed }
    }

    /// The object gets another name, or another kind of object its name.
    private mutating func move(_ gene: Gene, to kind: GeneKind, _ number: Int) {
        genes[gene.place] = nil
        var moved = gene
        moved.kind = kind
        moved.number = number
        if !contains(number: number, like: kind) { genes[moved.place] = moved } else { genes[gene.place] = gene }
    }
}
