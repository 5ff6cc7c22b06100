import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// The schema after some revisions, spelled as a server of a version does: from the snapshot where that was, and by
    /// replaying the revisions otherwise.
    ///
    /// - Parameter version: where it is `nil`, the snapshot's own will do.
    func schema(
        after ids: [RevisionID], in graph: RevisionGraph, _ dialect: Dialect, as version: ServerVersion?
    ) async throws -> Catalog {
        if ids.count == 1, let snapshot = try project.revisions.snapshot(of: ids[0]),
            snapshot.version.major == version?.major ?? snapshot.version.major
        {
            return view(snapshot)
        }
        if !ids.isEmpty { step("replaying the revisions up to \(ids.map(\.text).joined(separator: ", "))") }
        return try await scratch(dialect).withScratch { connection in
            try await graph.replay(upTo: ids, on: connection)
            return try await reflect(connection)
        }
    }

    /// What a new revision leads from, which is what all revisions make, and to, which is what is declared; both spelled
    /// by the server that has scratch databases.
    func ends(
        of graph: RevisionGraph, _ dialect: Dialect
    ) async throws -> (start: Catalog, target: Catalog) {
        let heads = graph.independentHeads
        let start = try await schema(after: heads, in: graph, dialect, as: nil)
        let target = try await declared(dialect, beyond: start)
        guard start.version.major != target.version.major else { return (start, target) }
        return (try await schema(after: heads, in: graph, dialect, as: target.version), target)
    }

    /// Throws unless the project's database has the revisions, and is what its revisions make.
    func checkInStep(with ids: [RevisionID], in graph: RevisionGraph, _ dialect: Dialect) async throws {
        let live: LiveDatabase? = try await withDatabase { connection in
            let state = try await connection.map { migrator($0, graph) }?.state() ?? .base
            let missing = graph.upgrades(to: ids, applied: state.ids)
            guard missing.isEmpty else { throw AutogenError.behind(database: try databaseName(), missing) }
            guard let connection else { return nil }
            return try await LiveDatabase.read(
                connection, table: project.versionTable, catalog: try await reflect(connection))
        }
        guard let live else { return }
        let heads = graph.current(Set((live.applied ?? []).map(\.id)))
        let known = try await schema(after: heads, in: graph, dialect, as: live.catalog.version)
        var summary = DatabaseSummary(name: "")
        let (seen, expected) = live.comparable(with: known, &summary)
        let drift = Comparison.changes(from: expected, to: seen)
        guard drift.isEmpty else {
            throw AutogenError.drifted(database: try databaseName(), head: heads.last, drift)
        }
    }
}
