/// What a random schema grows from: a value that can be changed at random and still grows into valid SQL, since each
/// gene chooses among what the ones before it have made.
struct Genome: Sendable, Hashable {
    var genes: [Gene.Place: Gene] = [:]

    /// A genome of so many genes.
    static func random(size: Int, using random: inout SplitMix64) -> Genome {
        var genome = Genome()
        for _ in 0..<size { genome.insert(using: &random) }
        return genome
    }

    func contains(number: Int, like kind: GeneKind) -> Bool {
        guard GeneKind.relations.contains(kind) else { return genes[Gene.Place(kind: kind, number: number)] != nil }
        return GeneKind.relations.contains { genes[Gene.Place(kind: $0, number: number)] != nil }
    }

    /// Adds a gene whose place is free.
    mutating func insert(using random: inout SplitMix64) {
        let kind = Self.anyKind(using: &random)
        let number = Int.random(in: 0..<40, using: &random)
        let seed = random.next()
        guard !contains(number: number, like: kind) else { return }
        let gene = Gene(kind: kind, number: number, seed: seed)
        genes[gene.place] = gene
    }

    /// The genes in the order in which they are written down.
    var ordered: [Gene] {
        genes.values.sorted {
            ($0.kind.phase, $0.number, $0.kind.rawValue) < ($1.kind.phase, $1.number, $1.kind.rawValue)
        }
    }

    /// Writes the schema down.
    func draft() -> Draft {
        var draft = Draft()
        for gene in ordered {
            var dice = Dice(gene)
            gene.kind.writer.write(&dice, into: &draft)
            draft.drawn[gene.place] = dice.drawn
        }
        return draft
    }

    private static let deck = GeneKind.allCases.flatMap { Array(repeating: $0, count: $0.weight) }

    private static func anyKind(using random: inout SplitMix64) -> GeneKind {
        deck.randomElement(using: &random) ?? .table
    }
}
