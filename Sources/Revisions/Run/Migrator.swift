public import AutogenConnection
import AutogenSchema

/// Applies revisions to a database and takes them back.
///
/// ```swift
/// let migrator = Migrator(connection: connection, graph: graph)
/// try await migrator.upgrade(to: RevisionReference("head"))
/// ```
///
/// Each revision runs in one transaction together with its row in the version table. Before anything runs, the scripts
/// of all applied revisions are compared with their recorded checksums.
public struct Migrator: Sendable {
    let connection: any Connection
    let graph: RevisionGraph
    public var table = VersionTable()
    /// What stands behind the masks of secrets in scripts.
    public var secrets = SecretValues()
    /// How long to wait for another process that migrates the same database.
    public var lockLimit: Duration = .seconds(30)
    public var onEvent: @Sendable (MigrationEvent) -> Void = { _ in }

    public init(connection: any Connection, graph: RevisionGraph) {
        self.connection = connection
        self.graph = graph
    }

    /// What the database has, checked against the scripts.
    public func state() async throws -> DatabaseState {
        let rows = try await table.rows(on: connection)
        for row in rows {
            guard let script = graph[row.id] else { throw MigrationError.unknown(row.id, appliedAt: row.appliedAt) }
            guard script.checksum == row.checksum else {
                throw MigrationError.edited(row.id, file: script.file, applied: row.checksum, now: script.checksum)
            }
        }
        let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return DatabaseState(
            applied: graph.scripts.compactMap { byID[$0.id] }, heads: graph.current(Set(byID.keys)))
    }

    /// Applies what is missing up to a revision, and returns the scripts that ran.
    @discardableResult
    public func upgrade(to reference: RevisionReference) async throws -> [RevisionScript] {
        try await migrate(.upgrade, to: reference)
    }

    /// Takes back what comes after a revision, and returns the scripts that ran.
    @discardableResult
    public func downgrade(to reference: RevisionReference) async throws -> [RevisionScript] {
        try await migrate(.downgrade, to: reference)
    }

    /// Says that the database is at a revision, without running anything.
    public func stamp(_ reference: RevisionReference) async throws {
        let before = try await state().ids
        let wanted = try graph.stamped([reference], applied: before)
        try await lock.held(on: connection) {
            try await connection.transaction(.write) {
                try await table.create(on: connection)
                let applied = Set(try await table.rows(on: connection).map(\.id))
                for id in applied.subtracting(wanted).sorted() {
                    try await connection.execute(table.deletion(of: id, in: connection.dialect))
                }
                for script in graph.scripts where wanted.contains(script.id) && !applied.contains(script.id) {
                    try await connection.execute(table.insertion(of: script, in: connection.dialect))
                }
            }
        }
    }

    private var lock: MigrationLock {
        MigrationLock(table: table, limit: lockLimit, onWait: { [onEvent] in onEvent(.waitingForLock) })
    }

    private func migrate(_ direction: Direction, to reference: RevisionReference) async throws -> [RevisionScript] {
        let goal = try goal(direction, reference, try await patiently { try await state().ids })
        var done: [RevisionScript] = []
        try await lock.held(on: connection) {
            while let next = try await next(goal) {
                onEvent(.began(direction, next))
                let clock = ContinuousClock()
                let start = clock.now
                guard try await run(next, direction, goal) else { continue }
                onEvent(.finished(direction, next, clock.now - start))
                done.append(next)
            }
        }
        return done
    }

    /// Tries again while another connection holds a SQLite file.
    private func patiently<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let deadline = ContinuousClock.now + lockLimit
        while true {
            do {
                return try await body()
            } catch let error as DatabaseError where error.reason == .locked {
                guard ContinuousClock.now < deadline else { throw MigrationError.locked(lockLimit) }
                onEvent(.waitingForLock)
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    private enum Goal {
        case upgrade([RevisionID])
        case downgrade(DowngradeTarget)
    }

    private func goal(
        _ direction: Direction, _ reference: RevisionReference, _ applied: Set<RevisionID>
    ) throws -> Goal {
        switch direction {
        case .upgrade: .upgrade(try graph.upgradeTargets(of: reference, applied: applied))
        case .downgrade: .downgrade(try graph.downgradeTarget(of: reference, applied: applied))
        }
    }

    /// Read anew for each step: where the lock is only the transaction's, another process may have gone on meanwhile.
    private func next(_ goal: Goal) async throws -> RevisionScript? {
        let applied = try await patiently { try await state().ids }
        switch goal {
        case .upgrade(let targets): return graph.upgrades(to: targets, applied: applied).first
        case .downgrade(let target): return graph.downgrades(to: target, applied: applied).first
        }
    }

    /// Returns false when another process has run the script in the meantime.
    private func run(_ script: RevisionScript, _ direction: Direction, _ goal: Goal) async throws -> Bool {
        let dialect = connection.dialect
        let runner = ScriptRunner(script: script, direction: direction, connection: connection, secrets: secrets)
        func run() async throws -> Bool {
            try await runner.run(if: { try await next(goal) == script }) {
                switch direction {
                case .upgrade:
                    try await table.create(on: connection)
                    try await connection.execute(table.insertion(of: script, in: dialect))
                case .downgrade: try await connection.execute(table.deletion(of: script.id, in: dialect))
                }
            }
        }
        // What runs outside a transaction is never run twice.
        return script.revision.transaction == .yes ? try await patiently(run) : try await run()
    }
}
