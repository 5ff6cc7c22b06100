import AutogenSchema

/// What a random schema grows from: a value that can be changed at random and still grows into valid SQL, since each
/// gene chooses among what the ones before it have made.
struct Genome: Sendable, Hashable {
    var dialect = Dialect.postgresql
    var focus = Focus.everything
    var genes: [Gene.Place: Gene] = [:]

    /// A genome of so many genes.
    static func random(
        size: Int, dialect: Dialect = .postgresql, focus: Focus = .everything, using random: inout SplitMix64
    ) -> Genome {
        var genome = Genome(dialect: dialect, focus: focus)
        for _ in 0..<size { genome.insert(using: &random) }
        return genome
    }

    func contains(number: Int, like kind: GeneKind) -> Bool {
        kind.namesakes.contains { genes[Gene.Place(kind: $0, number: number)] != nil }
    }

    /// Adds a gene whose place is free.
    mutating func insert(using random: inout SplitMix64) {
        let kind = anyKind(using: &random)
        let number = Int.random(in: 0..<Gene.numbers, using: &random)
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

    /// Mostly partitioned tables and what belongs to them.
    private static let partitionDeck =
        deck.filter { [.table, .constraint, .view, .trigger, .comment, .function, .schema].contains($0) }
        + Array(repeating: .partitionedTable, count: 40) + Array(repeating: .index, count: 30)
        + Array(repeating: .foreignKey, count: 20) + Array(repeating: .constraint, count: 15)

    /// What SQLite has of it: a table may be a virtual one, and has its constraints within.
    private static let sqliteDeck = deck.filter { [.table, .index, .view, .trigger].contains($0) }

    private func anyKind(using random: inout SplitMix64) -> GeneKind {
        let deck =
            switch dialect {
            case .postgresql: focus == .partitions ? Self.partitionDeck : Self.deck
            case .sqlite: Self.sqliteDeck
            }
        return deck.randomElement(using: &random) ?? .table
    }

    /// The keys of the choices that each gene makes.
    var drawn: [Gene.Place: Set<String>] {
        switch dialect {
        case .postgresql: draft().drawn
        case .sqlite: sqliteDraft().drawn
        }
    }

    var script: String {
        switch dialect {
        case .postgresql: draft().script
        case .sqlite: sqliteDraft().script
        }
    }
}

/// What the schemas of a pair have most of.
enum Focus: String, Sendable { case everything, partitions }
