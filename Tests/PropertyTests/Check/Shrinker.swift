/// Makes a failing pair of schemas smaller as long as it fails in the same way.
struct Shrinker {
    private var pair: SchemaPair
    private var failure: Failure
    private let check: @Sendable (SchemaPair) async throws -> Void
    private var checks = 0
    private let budget: Int

    /// - Parameter check: throws ``Failure``.
    init(
        _ pair: SchemaPair, _ failure: Failure, budget: Int = 150,
        check: @escaping @Sendable (SchemaPair) async throws -> Void
    ) {
        self.pair = pair
        self.failure = failure
        self.check = check
        self.budget = budget
    }

    mutating func shrunk() async -> (SchemaPair, Failure) {
        await removeGenes()
        await revertChanges()
        await calmChoices()
        await removeGenes()
        return (pair, failure)
    }

    /// Takes the candidate over when it fails in the same way.
    private mutating func accepts(_ candidate: SchemaPair) async -> Bool {
        guard checks < budget, candidate != pair else { return false }
        checks += 1
        do { try await check(candidate) } catch let found as Failure {
            guard found.signature == failure.signature else { return false }
            pair = candidate
            failure = found
            return true
        } catch { return false }
        return false
    }

    private mutating func removeGenes() async {
        let places = Set(pair.from.genes.keys).union(pair.to.genes.keys)
            .sorted { ($0.kind.phase, $0.number, $0.kind.rawValue) > ($1.kind.phase, $1.number, $1.kind.rawValue) }
        await tryEach(places) { pair, place in
            pair.from.genes[place] = nil
            pair.to.genes[place] = nil
        }
    }

    private mutating func revertChanges() async {
        let changed = pair.from.genes.keys.filter { pair.from.genes[$0] != pair.to.genes[$0] }
        await tryEach(changed.sorted { $0.number < $1.number }) { pair, place in
            pair.to.genes[place] = pair.from.genes[place]
        }
    }

    private mutating func calmChoices() async {
        var drawn = pair.from.drawn
        drawn.merge(pair.to.drawn) { $0.union($1) }
        let choices = drawn.sorted { ($0.key.kind.phase, $0.key.number) < ($1.key.kind.phase, $1.key.number) }
            .flatMap { place, keys in keys.sorted().map { (place, $0) } }
        await tryEach(choices) { pair, choice in
            pair.from.genes[choice.0]?.calmed.insert(choice.1)
            pair.to.genes[choice.0]?.calmed.insert(choice.1)
        }
    }

    /// Applies a change for all items, then for halves of them, and so on where that went too far.
    private mutating func tryEach<T>(_ items: [T], _ change: (inout SchemaPair, T) -> Void) async {
        var chunks = [items[...]]
        while let chunk = chunks.popLast(), checks < budget {
            guard !chunk.isEmpty else { continue }
            var candidate = pair
            for item in chunk { change(&candidate, item) }
            if candidate == pair { continue }
            if await accepts(candidate) || chunk.count == 1 { continue }
            let middle = chunk.startIndex + chunk.count / 2
            chunks.append(chunk[middle...])
            chunks.append(chunk[..<middle])
        }
    }
}
