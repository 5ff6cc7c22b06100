import AutogenConnection
public import AutogenRevisions
import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SchemaMigrator {
    /// What an upgrade or a downgrade would run, in order.
    public func steps(_ direction: Direction, to reference: RevisionReference) async throws -> [RevisionScript] {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else {
                guard direction == .upgrade else { return [] }
                return try graph.upgrades(to: graph.upgradeTargets(of: reference, applied: []), applied: [])
            }
            return try await migrator(connection, graph).steps(direction, to: [reference])
        }
    }

    /// The first revision on the way to one that an upgrade would stop before, since nobody has said that what it requires has
    /// happened (``MigrationSettings/isDeployed``).
    public func heldBack(upTo reference: RevisionReference = .head) async throws -> RevisionScript? {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return nil }
            return try await migrator(connection, graph).heldBack(upTo: [reference])
        }
    }

    /// Which of the revisions that an upgrade would come to the database has already as they leave it: these are recorded,
    /// and not run.
    package func recordedOnly(upTo reference: RevisionReference) async throws -> Set<RevisionID> {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return [] }
            let scripts = try await migrator(connection, graph).steps(.upgrade, to: [reference])
            return try await checkDrift(before: scripts, .upgrade, graph, on: connection, isAllowed: true)
        }
    }

    /// The SQL of a migration, version table included, without asking any database.
    public func offline(_ direction: Direction, _ range: RevisionRange) async throws -> String {
        let graph = try project.revisions.graph()
        let scripts = try graph.offline(direction, range)
        let work = OfflineWork(
            direction: direction, scripts: scripts, project: project, dialect: try dialect(of: graph),
            settings: migrationSettings, secrets: secrets, foreword: try foreword(of: scripts, direction, range, graph))
        return try await environment.offline(work)
    }

    /// What the rows of a database are asked that has what the range begins with; nothing where no snapshot tells.
    private func foreword(
        of scripts: [RevisionScript], _ direction: Direction, _ range: RevisionRange, _ graph: RevisionGraph
    ) throws -> [String] {
        guard project.migration.preflight != .off, let lower = range.lower,
            let id = try graph.resolve(lower, applied: nil), let start = try project.revisions.snapshot(of: id)
        else { return [] }
        return try PreflightQueries.comments(of: scripts, direction, from: start)
    }

    /// The SQL that records these revisions and no others, without asking any database; only the version table where
    /// it is `nil`.
    public func offlineRecord(_ references: [RevisionReference]?) throws -> String {
        let graph = try project.revisions.graph()
        let record = OfflineRecord(table: project.versionTable, dialect: try dialect(of: graph))
        guard let references else { return record.creation() }
        return record.stamp(try graph.stamped(references))
    }

    /// Makes the version table if there is none.
    public func ensureVersionTable() async throws {
        try await migrate(creating: true) { migrator, _ in try await migrator.ensureVersionTable() }
    }

    private var migrationSettings: MigrationSettings {
        var settings = project.migration
        settings.table = project.versionTable
        settings.wait = project.lockLimit
        return settings
    }

    /// Records that the database is at a revision, without running anything.
    ///
    /// - Parameter purge: forgets first what the database has, whatever that is.
    public func stamp(_ references: [RevisionReference], purge: Bool = false) async throws {
        try await migrate(creating: true) { migrator, _ in try await migrator.stamp(references, purge: purge) }
    }

    /// Where the database is in the history.
    public func current() async throws -> DatabaseState {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return DatabaseState.base }
            return try await migrator(connection, graph).state()
        }
    }

    func migrator(_ connection: any Connection, _ graph: RevisionGraph) -> Migrator {
        var migrator = Migrator(connection: connection, graph: graph, settings: migrationSettings)
        migrator.secrets = secrets
        migrator.hooks = hooks.revisions
        migrator.onEvent = { [onEvent] in onEvent(.migration($0)) }
        if let url = project.url(for: .readWrite) {
            migrator.opensAnother = { [watched] in try await watched.open(url, for: .readWrite) }
        }
        return migrator
    }

    func migrate<Result: Sendable>(
        creating: Bool, _ body: @escaping @Sendable (Migrator, RevisionGraph) async throws -> Result
    ) async throws -> Result {
        let graph = try project.revisions.graph()
        // A reference that names nothing must not leave an empty database file behind.
        let existed = try isThere()
        step("opening \(try databaseName(for: .readWrite))")
        do {
            return try await withProjectDatabase(for: creating ? .create : .readWrite) {
                try await body(migrator($0, graph), graph)
            }
        } catch {
            if !existed, let path = project.url?.path, isEmpty(path) {
                try? FileManager.default.removeItem(atPath: path)
            }
            throw error
        }
    }

    private func isEmpty(_ path: String) -> Bool {
        FileManager.default.contents(atPath: path)?.isEmpty ?? false
    }
}
