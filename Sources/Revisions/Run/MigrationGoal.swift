/// Where a migration leads, once its references are resolved.
enum MigrationGoal: Sendable {
    case upgrade([RevisionID])
    case downgrade(DowngradeTarget)

    init(
        _ direction: Direction, _ references: [RevisionReference], in graph: RevisionGraph, applied: Set<RevisionID>
    ) throws {
        switch direction {
        case .upgrade: self = .upgrade(try graph.upgradeTargets(of: references, applied: applied))
        case .downgrade:
            guard references.count == 1 else {
                let names = references.map(\.description).joined(separator: " ")
                throw RevisionReferenceError.severalPlaces(names, references.compactMap { RevisionID("\($0)") })
            }
            self = .downgrade(try graph.downgradeTarget(of: references[0], applied: applied))
        }
    }

    var direction: Direction {
        switch self {
        case .upgrade: .upgrade
        case .downgrade: .downgrade
        }
    }

    /// What is left to run, in order. What was left on its way comes first.
    func steps(from state: DatabaseState, in graph: RevisionGraph) throws(MigrationError) -> [RevisionScript] {
        let steps =
            switch self {
            case .upgrade(let targets): graph.upgrades(to: targets, applied: state.ids)
            case .downgrade(let target): graph.downgrades(to: target, applied: state.ids)
            }
        guard let unfinished = state.unfinished, let script = graph[unfinished.id], let progress = unfinished.progress
        else { return steps }
        guard progress.direction == direction, steps.contains(where: { $0.id == script.id }) else {
            throw .unfinished(script, progress)
        }
        return [script] + steps.filter { $0.id != script.id }
    }
}
