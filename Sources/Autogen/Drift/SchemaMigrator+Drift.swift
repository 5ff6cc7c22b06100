import AutogenConnection
import AutogenDiff
public import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Reports how the project's database differs from what it should be, without writing to it.
    ///
    /// - Parameters:
    ///   - reference: what its objects are compared with.
    ///   - name: how the report names the database; its URL without the password where it is `nil`.
    public func drift(against reference: DriftReference = .revision, name: String? = nil) async throws -> DriftReport {
        let graph = try project.revisions.graph()
        let live = try await liveDatabase()
        let survey = try await survey(live, graph, reference, name: name ?? databaseName())
        return try await located(survey.report, survey.declared)
    }

    /// The report with the places of the declared files that it is about.
    ///
    /// - Parameter declared: the declared schema, where it was loaded already.
    func located(_ report: DriftReport, _ declared: Catalog?) async throws -> DriftReport {
        guard report.hasObjects, let dialect = declared?.dialect ?? report.databases.lazy.compactMap(\.dialect).first
        else { return report }
        do {
            var catalog = declared
            if catalog == nil {
                catalog = try await load(project.sources, dialect: dialect, folder: project.root, server: nil)
            }
            guard let catalog else { return report }
            let sources = try DeclaredSchema(sources: project.sources, folder: project.root, dialect: dialect)
            let text = SchemaText(sources, catalog, sources: project.sources)
            return report.located(by: text.place)
        } catch  where !(error.asCancellation is CancellationError) {
            let text = (error as? any ExplainedError)?.reason ?? "\(error)"
            let reason = text.split(separator: "\n").first.map(String.init) ?? ""
            note("note: where the files declare what has drifted is not known: \(reason)")
            return report
        }
    }

    /// A report, and the declared schema where that had to be loaded.
    struct Survey {
        let report: DriftReport
        let declared: Catalog?
    }

    func survey(
        _ live: LiveDatabase, _ graph: RevisionGraph, _ reference: DriftReference, name: String
    ) async throws -> Survey {
        let places = DriftPlaces(live: live, graph: graph)
        var summary = DatabaseSummary(name: name)
        summary.dialect = live.catalog.dialect
        summary.version = live.catalog.version
        summary.revisions = places.claimed
        summary.heads = graph.heads
        summary.notes = live.notes
        var findings = RevisionFindings.findings(
            applied: live.applied ?? [], graph: graph, isKnown: live.applied != nil)

        let declared = try await declaredState(graph, live, &summary)
        findings += declared.findings
        let (expected, state) = try await expectation(reference, places, graph, declared.catalog, live, &summary)
        let comparison = try await comparison(of: live, with: expected, &summary)
        let drift = comparison.findings()
        summary.comparisons.append(StateComparison("to \(state)", differences: drift.count))
        if reference == .revision, places.isPending, let head = try? await schema(after: graph.heads, graph, live) {
            let (near, far) = live.comparable(with: head.catalog, &summary)
            let count = SchemaFindings(live: near, expected: far, rules: expected.dialect.rules).count
            summary.comparisons.append(StateComparison("to head \(places.names(graph.heads))", differences: count))
        }
        if let count = declared.count, reference != .declared {
            summary.comparisons.append(StateComparison("from head to the declared schema", differences: count))
        }
        if !drift.isEmpty { (summary.restore, summary.adopt) = comparison.wholeRepairs() }
        findings += drift
        let placed = findings.map { finding in
            var copy = finding
            copy.places = [name]
            return copy
        }
        let report = DriftReport(
            databases: [summary], findings: placed,
            diagram: Diagram(of: drift, live: comparison.live, expected: comparison.expected))
        return Survey(report: report, declared: declared.catalog)
    }

    /// What the live database is compared with, and how a report calls it.
    func expectation(
        _ reference: DriftReference, _ graph: RevisionGraph, _ live: LiveDatabase, _ summary: inout DatabaseSummary
    ) async throws -> (Catalog, String) {
        let places = DriftPlaces(live: live, graph: graph)
        return try await expectation(reference, places, graph, nil, live, &summary)
    }

    /// A schema that a database is to have, and what keeps it from being told in the words of its server.
    struct Expectation {
        let catalog: Catalog
        let notes: [String]
    }

    private func expectation(
        _ reference: DriftReference, _ places: DriftPlaces, _ graph: RevisionGraph, _ declared: Catalog?,
        _ live: LiveDatabase, _ summary: inout DatabaseSummary
    ) async throws -> (Catalog, String) {
        let heads = reference == .head || live.applied == nil ? graph.heads : places.claimed
        if reference == .declared || graph.scripts.isEmpty {
            let catalog =
                if let declared { declared } else {
                    try await self.declared(live.catalog.dialect, beyond: live.catalog)
                }
            return (catalog, "the declared schema")
        }
        let found = try await schema(after: heads, graph, live)
        summary.notes += found.notes
        let name = heads.isEmpty ? "base" : "\(heads == graph.heads ? "head" : "revision") \(places.names(heads))"
        return (found.catalog, name)
    }

    /// The schema after some revisions, spelled as the live server would.
    func schema(
        after heads: [RevisionID], _ graph: RevisionGraph, _ live: LiveDatabase
    ) async throws -> Expectation {
        let version = live.catalog.version
        let dialect = live.catalog.dialect
        guard !heads.isEmpty else { return Expectation(catalog: emptyCatalog(dialect, version), notes: []) }
        do {
            return Expectation(catalog: try await self.schema(after: heads, in: graph, dialect, as: version), notes: [])
        } catch {
            guard heads.count == 1, let snapshot = try project.revisions.snapshot(of: heads[0]) else { throw error }
            return Expectation(
                catalog: view(snapshot),
                notes: [
                    "the snapshot is of \(dialect.title) \(snapshot.version), and no scratch database could be had to "
                        + "replay the revisions on \(version)"
                ])
        }
    }

    private struct DeclaredState {
        var catalog: Catalog?
        var findings: [Finding] = []
        /// `nil` when it could not be compared.
        var count: Int?
    }

    /// The declared schema against the latest revision; loaded only when its files are not those of the snapshot.
    private func declaredState(
        _ graph: RevisionGraph, _ live: LiveDatabase, _ summary: inout DatabaseSummary
    ) async throws -> DeclaredState {
        guard graph.heads.count == 1, let head = graph.heads.first else { return DeclaredState() }
        let dialect = live.catalog.dialect
        if let recorded = try project.revisions.header(of: head)?.declared, try declaredHash(dialect) == recorded {
            return DeclaredState(count: 0)
        }
        do {
            let reached = try await schema(after: [head], graph, live).catalog
            let declared = try await declared(dialect, beyond: reached)
            let findings = SchemaFindings.withoutRevision(head: reached, declared: declared)
            return DeclaredState(catalog: declared, findings: findings, count: findings.count)
        } catch let error as ScratchError {
            summary.notes.append("the declared schema was not compared: \(error)")
            return DeclaredState()
        }
    }
}
