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

    init(_ name: String, from: String, to: String, up: String, down: String) {
        self.name = name
        self.from = from
        self.to = to
        self.up = up
        self.down = down
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
            #expect(upgrade.script == up + "\n")
            #expect(downgrade.script == down + "\n")
            try await upgrade.run(on: connection)
            try await target.expect(PostgresState(connection))
            try await downgrade.run(on: connection)
            try await start.expect(PostgresState(connection))
        }
    }
}

extension PostgresState {
    fileprivate func expect(_ reached: PostgresState) {
        let rest = Comparison.changes(from: reached.catalog, to: catalog).map(\.description)
        #expect(rest == [])
        #expect(difference(reached.dump, dump) == "")
    }
}
