import AutogenConnection
public import AutogenDrift
import AutogenRevisions
public import AutogenSchema

/// One database of a fleet.
public struct FleetMember: Sendable {
    /// What reports and messages call the database.
    public let name: String
    /// The project with the URL of this database.
    public let project: Project

    /// One database of a fleet.
    public init(name: String, project: Project) {
        self.name = name
        self.project = project
    }
}

extension SchemaMigrator {
    /// One report over many databases; what can't be reached is a finding.
    ///
    /// - Parameter jobs: how many databases are read at the same time.
    public func drift(
        fleet: [FleetMember], jobs: Int, against reference: DriftReference = .revision
    ) async throws -> DriftReport {
        var reports = [DriftReport?](repeating: nil, count: fleet.count)
        try await withThrowingTaskGroup(of: (Int, DriftReport).self) { group in
            var next = 0
            func begin() {
                guard next < fleet.count else { return }
                let (place, member) = (next, fleet[next])
                next += 1
                group.addTask { (place, try await report(of: member, reference)) }
            }
            for _ in 0..<max(1, jobs) { begin() }
            while let (place, report) = try await group.next() {
                reports[place] = report
                begin()
            }
        }
        return try await located(DriftReport.merged(reports.compactMap(\.self)), nil)
    }

    private func report(of member: FleetMember, _ reference: DriftReference) async throws -> DriftReport {
        do {
            let other = try await at(member)
            let graph = try other.project.revisions.graph()
            return try await other.survey(
                try await other.liveDatabase(), graph, reference, name: member.name
            ).report
        } catch let error as DatabaseError {
            let message = error.description.split(separator: "\n").first.map(String.init) ?? "no answer"
            return .unreachable(member.name, because: message)
        }
    }

    /// One report over the schemas of the project's database that should be like a template.
    ///
    /// - Parameters:
    ///   - pattern: the names of the schemas, with `*` and `?`.
    ///   - template: the schema of the project that they are copies of; the only one it has where it is `nil`.
    public func drift(
        schemas pattern: String, template: String?, against reference: DriftReference = .revision
    ) async throws -> DriftReport {
        let graph = try project.revisions.graph()
        let live = try await liveDatabase()
        var summary = DatabaseSummary(name: try databaseName())
        let (expected, state) = try await expectation(reference, graph, live, &summary)
        let schemas = TenantSchemas.schemas(of: expected)
        guard let name = template ?? (schemas.count == 1 ? schemas.first : nil), schemas.contains(name) else {
            throw FleetError.noTemplate(template, schemas)
        }
        step("comparing the schemas")
        let tenants = TenantSchemas(
            in: live.catalog, matching: pattern, expected: expected, template: name, rules: expected.dialect.rules)
        guard !tenants.names.isEmpty else { throw FleetError.noSchema(pattern) }
        let reports = tenants.names.map { tenant in
            let findings = tenants.findings(in: tenant)
            var summary = DatabaseSummary(name: tenant)
            summary.dialect = live.catalog.dialect
            summary.version = live.catalog.version
            summary.comparisons = [StateComparison("to the schema \(name) of \(state)", differences: findings.count)]
            return DriftReport(databases: [summary], findings: findings)
        }
        var report = DriftReport.merged(reports)
        for note in live.notes + summary.notes where !report.databases.isEmpty {
            report.databases[0].notes.append(note)
        }
        return report
    }
}

/// Why a fleet can't be compared or upgraded.
public enum FleetError: ExplainedError, Sendable {
    /// No member has the name that was given for the first; the names that there are follow.
    case noCanary(String, [String])
    /// The project has no schema of this name, or several and none was named; its schemas follow.
    case noTemplate(String?, [String])
    /// No schema of the database fits the pattern.
    case noSchema(String)

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The name that does not fit, and those that do.
    public var explanation: Explanation {
        switch self {
        case .noCanary(let name, let known):
            Explanation(
                "the fleet has no database \"\(name)\" to be the canary; it has \(known.joined(separator: ", "))")
        case .noTemplate(let name, let known):
            Explanation(
                (name.map { "the project has no schema \"\($0)\" to be the template" }
                    ?? "nothing says which schema is the template") + "; there is \(known.joined(separator: ", "))")
        case .noSchema(let pattern): Explanation("no schema of the database matches \"\(pattern)\"")
        }
    }
}
