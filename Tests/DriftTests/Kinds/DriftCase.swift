import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// Something done by hand to a database, and what the report must say of it.
struct DriftCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// What somebody typed into `psql` or `sqlite3`.
    let done: String
    /// `kind subject`, such as `changed column public.users.email`.
    let found: [String]
    /// Whether no statement makes a database as declared into one like this.
    var isOneWay = false

    var testDescription: String { name }

    init(_ name: String, _ done: String, _ found: String..., isOneWay: Bool = false) {
        self.name = name
        self.done = done
        self.found = found
        self.isOneWay = isOneWay
    }

    /// Finds the drift, repairs it finding by finding, and takes it over in a database as declared.
    func check(on server: Sample) async throws {
        let (expected, live) = try await server.with { connection in
            let expected = try await Reflector.catalog(of: connection)
            try await server.run(done, on: connection)
            let live = try await Reflector.catalog(of: connection)
            let findings = SchemaFindings(live: live, expected: expected, rules: server.rules).findings()
            #expect(findings.map { "\($0.kind.rawValue) \($0.subject.name)" }.sorted() == found.sorted())
            #expect(Set(findings.map(\.id)).count == findings.count)
            try await repair(findings, \.restore, until: expected, on: connection, server)
            return (expected, live)
        }
        let whole = SchemaFindings(live: live, expected: expected, rules: server.rules).wholeRepairs()
        #expect(whole.restore != nil)
        if isOneWay { return }
        try await server.with { connection in
            let findings = SchemaFindings(live: live, expected: expected, rules: server.rules).findings()
            try await repair(findings, \.adopt, until: live, on: connection, server)
        }
        try await server.with { connection in
            let adopt = try #require(whole.adopt)
            try await server.run(adopt.sql, on: connection)
            let rest = Comparison.changes(from: try await Reflector.catalog(of: connection), to: live)
            #expect(rest.map(\.description) == [], "the whole script\n\(adopt.sql)")
        }
    }

    /// Runs the SQL of each finding, but what another has brought along, and expects a schema.
    private func repair(
        _ findings: [Finding], _ direction: any KeyPath<Finding, Repair?> & Sendable, until goal: Catalog,
        on connection: any Connection, _ server: Sample
    ) async throws {
        var done: Set<String> = []
        var scripts: [String] = []
        for finding in findings where !done.contains(finding.subject.name) {
            let repair = try #require(finding[keyPath: direction], "\(finding.title)")
            scripts.append(repair.sql)
            try await server.run(repair.sql, on: connection)
            done.formUnion(repair.together)
        }
        let rest = Comparison.changes(from: try await Reflector.catalog(of: connection), to: goal)
        #expect(rest.map(\.description) == [], "\(scripts.joined(separator: "\n"))")
    }
}

/// A schema as declared, and where to make it.
struct Sample: Sendable {
    let dialect: Dialect
    let schema: String

    var rules: any DDLRules {
        switch dialect {
        case .postgresql: PostgresRules()
        case .sqlite: SQLiteRules()
        }
    }

    /// A database that holds the schema.
    func with<Result: Sendable>(_ body: @Sendable (any Connection) async throws -> Result) async throws -> Result {
        switch dialect {
        case .postgresql: return try await TestServer.with(schema, body)
        case .sqlite:
            let provider = TestProvider()
            return try await ScratchDatabase.with(dialect: .sqlite, like: nil, provider: provider) { connection in
                try await connection.execute(SQL(raw: schema))
                return try await body(connection)
            }
        }
    }

    func run(_ script: String, on connection: any Connection) async throws {
        do {
            try await connection.execute(SQL(raw: script))
        } catch {
            Issue.record("\(error)\n\(script)")
            try? await connection.execute("ROLLBACK")
        }
    }
}
