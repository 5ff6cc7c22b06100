import AutogenConnection
public import AutogenRevisions

/// What an upgrade will do with a revision that takes drift over, in some database.
public enum AdoptionOutlook: Sendable {
    /// It runs, as the last of so many pending revisions.
    case runs(pending: Int)
    /// The database has all of it; the revision is recorded.
    case recorded
    /// The database has the revision.
    case applied
    /// The database has something else there, and the upgrade stops.
    case stops(ChangedByHand)
    /// It could not be read, and why.
    case unreachable(String)
}

extension SchemaMigrator {
    /// What the next upgrade will do with a revision that takes drift over.
    public func outlook(on member: FleetMember, of revision: RevisionID) async -> AdoptionOutlook {
        do {
            let other = try await at(member)
            return try await other.outlook(of: revision)
        } catch let error as ChangedByHand {
            return .stops(error)
        } catch {
            let text = (error as? any ExplainedError)?.reason ?? "\(error)"
            return .unreachable(text.split(separator: "\n").first.map(String.init) ?? text)
        }
    }

    func outlook(of revision: RevisionID) async throws -> AdoptionOutlook {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return .runs(pending: graph.scripts.count) }
            let scripts = try await migrator(connection, graph).steps(.upgrade, to: [RevisionReference(revision)])
            guard !scripts.isEmpty else { return .applied }
            let recorded = try await checkDrift(before: scripts, .upgrade, graph, on: connection, isAllowed: false)
            return recorded.contains(revision) ? .recorded : .runs(pending: scripts.count)
        }
    }
}
