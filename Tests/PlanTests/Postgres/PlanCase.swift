import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// Two states of a schema and the scripts between them.
struct PlanCase: Sendable, CustomTestStringConvertible {
    let name: String
    let from: String
    let to: String
    let up: String
    let down: String
    /// What fills the tables before the scripts run.
    let rows: String
    /// A query whose answer the scripts leave as it is.
    let query: String?

    init(
        _ name: String, from: String, rows: String = "", query: String? = nil, to: String, up: String, down: String
    ) {
        self.name = name
        self.from = from
        self.to = to
        self.up = up
        self.down = down
        self.rows = rows
        self.query = query
    }

    var testDescription: String { name }

    /// Expects the two scripts, and that they do what they should: by autogen's comparison and by `pg_dump`.
    func check() async throws {
        let target = try await TestServer.with(TestRoles.script + to) { try await PostgresState($0) }
        try await TestServer.with(TestRoles.script + from) { connection in
            let start = try await PostgresState(connection)
            let planner = Planner(rules: PostgresRules())
            let upgrade = try planner.plan(from: start.catalog, to: target.catalog)
            let downgrade = try planner.plan(from: target.catalog, to: start.catalog)
            let spelling = try await QuerySpelling.ofServer()
            #expect(spelling.comparable(upgrade.script) == spelling.comparable(up + "\n"))
            #expect(spelling.comparable(downgrade.script) == spelling.comparable(down + "\n"))
            try await connection.execute(SQL(raw: rows))
            let kept = try await answer(connection)
            #expect(query == nil || kept?.isEmpty == false)
            try await upgrade.run(on: connection)
            try await target.expect(connection)
            #expect(try await answer(connection) == kept)
            try await downgrade.run(on: connection)
            try await start.expect(connection)
            #expect(try await answer(connection) == kept)
            let online = Planner(rules: PostgresRules(), online: .all)
            let onlineUpgrade = try online.plan(from: start.catalog, to: target.catalog)
            let onlineDowngrade = try online.plan(from: target.catalog, to: start.catalog)
            guard onlineUpgrade != upgrade || onlineDowngrade != downgrade else { return }
            try await onlineUpgrade.run(on: connection)
            try await target.expect(connection, onlineUpgrade.script)
            #expect(try await answer(connection) == kept, "\(onlineUpgrade.script)")
            try await onlineDowngrade.run(on: connection)
            try await start.expect(connection, onlineDowngrade.script)
            #expect(try await answer(connection) == kept, "\(onlineDowngrade.script)")
        }
    }

    private func answer(_ connection: any Connection) async throws -> [[String?]]? {
        guard let query else { return nil }
        return try await connection.query(SQL(raw: query)).map { row in row.columns.indices.map { row[$0].text } }
    }
}

extension PostgresState {
    /// Expects that the database is in this state.
    func expect(_ connection: any Connection, _ script: String = "") async throws {
        let reached = try await PostgresState(connection)
        let rest = Comparison.changes(from: reached.catalog, to: catalog).map(\.description)
        #expect(rest == [], "\(script)")
        #expect(difference(reached.dump, dump) == "", "\(script)")
    }
}
