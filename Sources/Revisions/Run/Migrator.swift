package import AutogenConnection
package import AutogenSchema

/// Applies revisions to a database and takes them back.
///
/// ```swift
/// let migrator = Migrator(connection: connection, graph: graph)
/// try await migrator.upgrade(to: RevisionReference("head"))
/// ```
///
/// Each revision runs in one transaction together with its row in the version table; what an engine refuses in a
/// transaction runs outside, and how far it came is recorded. Before anything runs, the scripts of all applied
/// revisions are compared with their recorded checksums.
///
/// On a connection with an open transaction everything becomes part of that: it is kept when the caller commits, and undone
/// alone when it fails. The lock is then held to the end of that transaction.
package struct Migrator: Sendable {
    let connection: any Connection
    let graph: RevisionGraph
    package var settings: MigrationSettings
    /// What stands behind the masks of secrets in scripts.
    package var secrets = SecretValues()
    /// Called once the lock is held, with what is to run: throws to run nothing.
    package var confirm: @Sendable ([RevisionScript], any Connection) async throws -> MigrationConsent =
        { _, _ in MigrationConsent() }
    var consent = MigrationConsent()
    package var hooks = RevisionHooks()
    package var onEvent: @Sendable (MigrationEvent) -> Void = { _ in }
    /// Opens another connection to the same database: behind a pooler the lock needs one of its own.
    package var opensAnother: (@Sendable () async throws -> any Connection)?

    package init(connection: any Connection, graph: RevisionGraph, settings: MigrationSettings = MigrationSettings()) {
        self.connection = connection
        self.graph = graph
        self.settings = settings
    }

    var table: VersionTable { settings.table }

    /// What the database has, checked against the scripts.
    package func state() async throws -> DatabaseState {
        try DatabaseState(rows: await table.rows(on: connection), in: graph, transactions: settings.transactions)
    }

    /// What an upgrade or a downgrade would run, in order.
    package func steps(_ direction: Direction, to references: [RevisionReference]) async throws -> [RevisionScript] {
        let state = try await state()
        return try goal(direction, references, from: state).steps(from: state, in: graph)
    }

    /// The first revision that an upgrade would stop before.
    package func heldBack(upTo references: [RevisionReference]) async throws -> RevisionScript? {
        let state = try await state()
        return try goal(.upgrade, references, from: state).heldBack(from: state, in: graph)
    }

    private func goal(
        _ direction: Direction, _ references: [RevisionReference], from state: DatabaseState
    ) throws -> MigrationGoal {
        try MigrationGoal(direction, references, in: graph, from: state, isDeployed: settings.isDeployed)
    }

    /// Applies what is missing up to a revision, and returns the scripts that ran.
    @discardableResult
    package func upgrade(to references: RevisionReference...) async throws -> [RevisionScript] {
        try await migrate(.upgrade, to: references)
    }

    /// Takes back what comes after a revision, and returns the scripts that ran.
    @discardableResult
    package func downgrade(to reference: RevisionReference) async throws -> [RevisionScript] {
        try await migrate(.downgrade, to: [reference])
    }

    /// Makes the version table if there is none.
    package func ensureVersionTable() async throws { try await table.create(on: connection) }

    var lock: MigrationLock {
        MigrationLock(
            table: table, limit: settings.wait, onWait: { [onEvent] in onEvent(.waitingForLock) },
            opensAnother: opensAnother)
    }

    private func migrate(
        _ direction: Direction, to references: [RevisionReference]
    ) async throws -> [RevisionScript] {
        let before: DatabaseState = try await patiently { try await state() }
        let goal = try goal(direction, references, from: before)
        let done = try await lock.held(on: connection) { hold in
            let isNested = try await connection.isInTransaction()
            return try await limited(unless: hold.isShared) {
                try await adoptSquashed()
                let migrator = try await confirmed(goal)
                return settings.transactions == .run || isNested
                    ? try await migrator.runTogether(goal, hold, isNested: isNested)
                    : try await migrator.runEach(goal, hold)
            }
        }
        if let script = goal.heldBack(from: before, in: graph) {
            onEvent(.heldBack(script, isDeployed: settings.isDeployed))
        }
        return done
    }

    private func confirmed(_ goal: MigrationGoal) async throws -> Migrator {
        let state: DatabaseState = try await patiently { try await self.state() }
        let steps = try goal.steps(from: state, in: graph)
        guard !steps.isEmpty else { return self }
        var copy = self
        copy.consent = try await confirm(steps, connection)
        let running = steps.filter { !copy.consent.recorded.contains($0.id) }
        try await copy.lookAhead(running, goal.direction, from: state)
        return copy
    }

    /// Throws where rows at hand would make a script fail.
    private func lookAhead(
        _ steps: [RevisionScript], _ direction: Direction, from state: DatabaseState
    ) async throws {
        guard settings.preflight != .off else { return }
        let findings = try await Preflight(connection: connection).findings(
            of: steps, direction, fills: consent.fills, resuming: state.unfinished, settings.transactions)
        let against = settings.preflight == .strict ? findings : findings.filter(\.isFault)
        guard against.isEmpty else { throw MigrationError.wouldFail(direction, against) }
        for finding in findings { onEvent(.unforeseen(finding)) }
    }

    /// Sets the time limits of the session while `body` runs; not where the session is shared with others, since it would
    /// keep them.
    private func limited<Result: Sendable>(
        unless isShared: Bool, _ body: () async throws -> Result
    ) async throws -> Result {
        isShared ? try await body() : try await connection.dialect.migration.limiting(settings, on: connection, body)
    }

    /// Tries again while another connection holds the whole database.
    func patiently<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let deadline = ContinuousClock.now + settings.wait
        while true {
            do {
                return try await body()
            } catch let error as DatabaseError where error.reason == .locked {
                guard ContinuousClock.now < deadline else { throw MigrationError.locked(settings.wait) }
                onEvent(.waitingForLock)
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}

/// What is settled before a migration begins.
package struct MigrationConsent: Sendable {
    /// What the rows at hand get in columns for which the scripts leave it open.
    package var fills: [Address: String]
    /// Revisions whose objects the database has already as they are to be: these are recorded, and nothing of them runs.
    package var recorded: Set<RevisionID>

    package init(fills: [Address: String] = [:], recorded: Set<RevisionID> = []) {
        self.fills = fills
        self.recorded = recorded
    }
}

extension Duration {
    /// At least one.
    var wholeMilliseconds: Int64 {
        max(1, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
