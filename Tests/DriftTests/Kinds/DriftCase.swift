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
            try await repair(until: expected, on: connection, server) { now in
                SchemaFindings(live: now, expected: expected, rules: server.rules).findings().map { ($0, $0.restore) }
            }
            return (expected, live)
        }
        let whole = SchemaFindings(live: live, expected: expected, rules: server.rules).wholeRepairs()
        #expect(whole.restore != nil)
        if isOneWay { return }
        try await server.with { connection in
            try await repair(until: live, on: connection, server) { now in
                SchemaFindings(live: live, expected: now, rules: server.rules).findings().map { ($0, $0.adopt) }
            }
        }
        try await server.with { connection in
            let adopt = try #require(whole.adopt)
            try await server.run(adopt.sql, on: connection)
            let rest = Comparison.changes(from: try await Reflector.catalog(of: connection), to: live)
            #expect(rest.map(\.description) == [], "the whole script\n\(adopt.sql)")
        }
    }

    /// Runs the SQL of the first finding until none is left, and expects that each makes them fewer.
    private func repair(
        until goal: Catalog, on connection: any Connection, _ server: Sample,
        _ findings: @Sendable (Catalog) -> [(finding: Finding, repair: Repair?)]
    ) async throws {
        var left = Int.max
        var scripts: [String] = []
        var catalog = try await Reflector.catalog(of: connection)
        while true {
            let now = findings(catalog)
            guard let next = now.first, now.count < left else { break }
            left = now.count
            let repair = try #require(next.repair, "\(next.finding.title)")
            scripts.append(repair.sql)
            try await server.run(repair.sql, on: connection)
            catalog = try await Reflector.catalog(of: connection)
        }
        let rest = Comparison.changes(from: catalog, to: goal)
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
