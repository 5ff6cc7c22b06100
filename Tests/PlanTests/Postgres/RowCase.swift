import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// Two states of a schema with rows in between: what the scripts leave of them.
struct RowCase: Sendable, CustomTestStringConvertible {
    let name: String
    let from: String
    /// What fills the tables, or does to them what use would.
    let rows: String
    let to: String
    /// A query and the rows it gives after upgrade and after the downgrade that follows it, one a line: `1|a`.
    let query: String
    let up: String
    let down: String
    /// What the upgrade must say and must not.
    let says: [String]
    let omits: [String]
    /// Whether the rows, as the upgrade leaves them, stop the downgrade.
    let refusesDown: Bool
    /// What a person gives the rows, on the way up and down.
    let decisions: Decisions

    init(
        _ name: String, from: String, rows: String, to: String, query: String, up: String, down: String? = nil,
        says: [String] = [], omits: [String] = [], refusesDown: Bool = false, decisions: Decisions = Decisions()
    ) {
        self.name = name
        self.from = from
        self.rows = rows
        self.to = to
        self.query = query
        self.up = up
        self.down = down ?? up
        self.says = says
        self.omits = omits
        self.refusesDown = refusesDown
        self.decisions = decisions
    }

    var testDescription: String { name }

    func check() async throws {
        let target = try await TestServer.with(TestRoles.script + to) { try await PostgresState($0) }
        for online in [OnlineTables.none, .all] { try await check(target, online) }
    }

    private func check(_ target: PostgresState, _ online: OnlineTables) async throws {
        try await TestServer.with(TestRoles.script + from) { connection in
            let start = try await PostgresState(connection)
            try await connection.execute(SQL(raw: rows))
            let planner = Planner(rules: PostgresRules(), online: online)
            let upgrade = try planner.plan(from: start.catalog, to: target.catalog, decisions: decisions)
            let downgrade = try planner.plan(from: target.catalog, to: start.catalog, decisions: decisions)
            let isPlain = (upgrade.statements + downgrade.statements).allSatisfy { $0.transaction == .shared }
            // The plain plan has been looked at.
            guard online == .none || !isPlain else { return }
            if online == .none {
                for text in says { #expect(upgrade.script.contains(text), "\(upgrade.script)") }
                for text in omits { #expect(!upgrade.script.contains(text), "\(upgrade.script)") }
            }
            try await upgrade.run(on: connection)
            try await target.expect(connection)
            #expect(try await answer(connection) == up, "\(upgrade.script)")
            if refusesDown {
                await #expect(throws: (any Error).self) { try await downgrade.run(on: connection) }
                try await connection.execute("ROLLBACK")
                return
            }
            try await downgrade.run(on: connection)
            try await start.expect(connection)
            #expect(try await answer(connection) == down, "\(downgrade.script)")
        }
    }

    /// Expects that the upgrade is refused by the server and leaves the rows as they are.
    func checkRefused() async throws {
        let target = try await TestServer.with(TestRoles.script + to) { try await PostgresState($0) }
        try await TestServer.with(TestRoles.script + from) { connection in
            let start = try await PostgresState(connection)
            try await connection.execute(SQL(raw: rows))
            let upgrade = try Planner(rules: PostgresRules()).plan(
                from: start.catalog, to: target.catalog, decisions: decisions)
            for text in says { #expect(upgrade.script.contains(text), "\(upgrade.script)") }
            await #expect(throws: (any Error).self, "\(upgrade.script)") { try await upgrade.run(on: connection) }
            try await connection.execute("ROLLBACK")
            #expect(try await answer(connection) == up)
        }
    }

    private func answer(_ connection: any Connection) async throws -> String {
        let rows = try await connection.query(SQL(raw: query))
        return rows.map { row in row.columns.indices.map { row[$0].text ?? "NULL" }.joined(separator: "|") }
            .joined(separator: "\n")
    }
}

extension Decisions {
    /// `column.path: expression`, for every row the same or by its other columns.
    static func fills(_ same: [String: String], byRow: [String: String] = [:], zones: [String: String] = [:]) -> Self {
        var decisions = Decisions()
        func id(_ name: String) -> ObjectID {
            ObjectID(.column, path: ["public"] + name.split(separator: ".").map(String.init))
        }
        for (name, text) in same { decisions.fills[id(name)] = Fill(expression: text, dependsOnRow: false) }
        for (name, text) in byRow { decisions.fills[id(name)] = Fill(expression: text, dependsOnRow: true) }
        for (name, zone) in zones { decisions.zones[id(name)] = zone }
        return decisions
    }
}
