/// Where a migration leads, once its references are resolved.
enum MigrationGoal: Sendable {
    /// Without those that are not to run yet, and what comes after them.
    case upgrade([RevisionID], without: Set<RevisionID>)
    case downgrade(DowngradeTarget)

    init(
        _ direction: Direction, _ references: [RevisionReference], in graph: RevisionGraph, from state: DatabaseState,
        isDeployed: Bool
    ) throws {
        let applied = state.ids
        switch direction {
        case .upgrade:
            let targets = try graph.upgradeTargets(of: references, applied: applied)
            self = .upgrade(targets, without: graph.held(in: state, isDeployed: isDeployed))
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
            case .upgrade(let targets, let held):
                graph.upgrades(to: targets, applied: state.ids).filter { !held.contains($0.id) }
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

extension MigrationGoal {
    /// The first revision that is not run since nobody has said that what it requires has happened.
    func heldBack(from state: DatabaseState, in graph: RevisionGraph) -> RevisionScript? {
        guard case .upgrade(let targets, let held) = self else { return nil }
        return graph.upgrades(to: targets, applied: state.ids).first { held.contains($0.id) }
    }
}

extension RevisionGraph {
    /// The revisions that wait for a word, with what comes after them. A database without any revision has no clients, and
    /// what is on its way had its word.
    ///
    /// - Parameter isDeployed: whether the word is said: it is about what the database has had before, since no client can
    ///   have waited for what comes now.
    package func held(in state: DatabaseState, isDeployed: Bool = false) -> Set<RevisionID> {
        guard !state.ids.isEmpty else { return [] }
        let waiting = scripts.filter {
            $0.revision.requires != nil && !state.ids.contains($0.id) && state.unfinished?.id != $0.id
                && !(isDeployed && Set($0.revision.needs).isSubset(of: state.ids))
        }
        return descendants(of: waiting.map(\.id)).union(waiting.map(\.id))
    }
}

/// What a migration reports while it runs.
public enum MigrationEvent: Sendable {
    /// Another process migrates this database.
    case waitingForLock
    /// Nobody can say whether the rows at hand let a statement run.
    case unforeseen(RowFinding)
    /// A revision failed after others of the same run were done, which stay.
    case stopped(Direction, RevisionScript, done: [RevisionScript], of: Int)
    /// The first statement of a revision is about to run, which is one of several.
    case began(Direction, RevisionScript, number: Int, of: Int)
    /// A statement is about to run; its number counts from 1.
    case statement(Direction, RevisionScript, number: Int, of: Int, text: String)
    /// A revision and its row in the version table are done, after this time.
    case finished(Direction, RevisionScript, Duration)
    /// A revision is done for good: where several share a transaction, when that is committed.
    case done(Direction, RevisionScript)
    /// The database had all that a revision takes over, which was recorded and not run.
    case recorded(RevisionScript)
    /// A statement did not get a lock; it is tried again after a while. Who held it is a line each, where that was seen.
    case retrying(RevisionScript, attempt: Int, after: Duration, holders: [String])
    /// So many rows of a statement in batches are done, at this rate.
    case batch(RevisionScript, rows: Int, perSecond: Int)
    /// A replica is so many bytes behind, for which the next batch waits.
    case waitingForReplica(RevisionScript, behind: Int)
    /// A revision, and what comes after it, was not run: nobody has said that what it requires has happened, or the
    /// database has only now got what it ends.
    case heldBack(RevisionScript, isDeployed: Bool)
    /// A revision that was left on its way is gone on with.
    case resumed(RevisionScript, RevisionProgress)
    /// An invalid index that a failed `CREATE INDEX CONCURRENTLY` left was dropped, to be built again.
    case droppedInvalidIndex(String)
    /// A script was committed on its way, after some of its statements: its transaction held more locks than half of
    /// what the server has room for.
    case committed(RevisionScript, done: Int, of: Int, locks: Int, limit: Int)
}
