import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenSchema
import TestSupport

/// Migrates a database from one schema of a pair to the other and back, and looks whether it gets there.
struct PairCheck: Sendable {
    let from: Draft
    let to: Draft
    let seed: UInt64

    init(_ pair: SchemaPair, seed: UInt64) {
        from = pair.from.draft()
        to = pair.to.draft()
        self.seed = seed
    }

    /// Throws ``Failure``.
    func run() async throws -> Outcome {
        let target = try await TestServer.with(TestRoles.script) { connection in
            try await build(to, on: connection)
            return try await PostgresState(connection)
        }
        do { return try await run(to: target, withRows: true) } catch is RefusedByRows {
            var outcome = try await run(to: target, withRows: false)
            outcome.isRefusedByRows = true
            return outcome
        }
    }

    struct Outcome: Sendable {
        var rows = 0
        var statements = 0
        var isRefusedByRows = false
    }

    /// A statement that said it may fail on rows did so.
    private struct RefusedByRows: Error {}

    private func run(to target: PostgresState, withRows: Bool) async throws -> Outcome {
        try await TestServer.with(TestRoles.script) { connection in
            try await build(from, on: connection)
            if withRows {
                for statement in SampleRows.statements(for: from, seed: seed) {
                    try await connection.execute(statement)
                }
            }
            let start = try await PostgresState(connection)
            var outcome = Outcome()
            let before = try await RowCounts(connection)
            outcome.rows = before.total
            outcome.statements += try await migrate(.up, from: start, to: target, before, connection)
            let between = try await RowCounts(connection)
            outcome.statements += try await migrate(.down, from: target, to: start, between, connection)
            return outcome
        }
    }

    /// The script with what the server was built without put into other words: ICU and LZ4 are choices of its build.
    private static func builtIn(_ script: String) async throws -> String {
        var script = script
        if try await !TestServer.hasICU() {
            for options in CollationWriter.icu {
                script = script.replacing(options, with: "provider = libc, locale = 'C'")
            }
        }
        return try await TestServer.hasLZ4() ? script : script.replacing(" COMPRESSION lz4", with: " COMPRESSION pglz")
    }

    private func build(_ draft: Draft, on connection: any Connection) async throws {
        let script = try await Self.builtIn(draft.script)
        do { try await connection.execute(SQL(raw: script)) } catch {
            let position = script.index(
                script.startIndex, offsetBy: (error.position ?? 1) - 1, limitedBy: script.endIndex)
            let place = script[(position ?? script.startIndex)...].prefix(200)
            throw Failure(
                stage: .generation, direction: .none, sort: error.code ?? "",
                detail: "\(error)\nat: \(place)\n\(script)")
        }
    }

    private func migrate(
        _ direction: Failure.Direction, from: PostgresState, to: PostgresState, _ before: RowCounts,
        _ connection: any Connection
    ) async throws -> Int {
        let plan: Plan
        do {
            // Half of the pairs let others work meanwhile.
            let online: OnlineTables = seed.isMultiple(of: 2) ? .none : .all
            plan = try Planner(rules: PostgresRules(), online: online).plan(from: from.catalog, to: to.catalog)
        } catch {
            throw Failure(stage: .planning, direction: direction, detail: "\(error)")
        }
        func fail(_ stage: Failure.Stage, _ sort: String, _ detail: String) -> Failure {
            Failure(stage: stage, direction: direction, sort: sort, detail: detail, script: plan.script)
        }
        // What the rows say before is what the statements will find.
        let foresight = before.total > 0 ? try await Foresight(of: plan, on: connection) : nil
        let isOne = plan.statements.allSatisfy(\.isTransactional)
        if isOne { try await connection.execute("BEGIN") }
        // Nothing is invented for rows that need a value: they refuse the statement that says so, or the end of all, where
        // what is deferred is checked.
        func run(_ sql: SQL, _ hazards: [Hazard]) async throws {
            do { try await connection.execute(sql) } catch {
                // A value that is no `tsvector` is a syntax error to the server.
                let isOfValue =
                    ["22", "23"].contains(error.code?.prefix(2) ?? "")
                    || error.message.hasPrefix("syntax error in tsvector")
                let isData = isOfValue && before.total > 0
                let isAnnounced = hazards.contains {
                    $0.kind == .mayFail || $0.kind == .needsDecision || $0.kind == .fill
                }
                if isData, isAnnounced {
                    if let foresight, foresight.faults.isEmpty, foresight.unknown.isEmpty {
                        throw fail(.foresight, "missed \(error.code ?? "")", "\(error)\nin: \(sql)")
                    }
                    throw RefusedByRows()
                }
                throw fail(.running, "\(error.code ?? "") \(Self.shape(error.message))", "\(error)\nin: \(sql)")
            }
        }
        for statement in plan.statements { try await run(statement.sql, statement.hazards) }
        if isOne { try await run("COMMIT", plan.statements.flatMap(\.hazards)) }
        if let wrong = foresight?.faults, !wrong.isEmpty {
            throw fail(.foresight, "wrong", wrong.joined(separator: "\n"))
        }
        let reached = try await PostgresState(connection)
        let rest = Comparison.changes(from: reached.catalog, to: to.catalog)
        if let first = rest.first {
            throw fail(
                .comparison, first.id.kind.rawValue, rest.map(\.description).joined(separator: "\n"))
        }
        let dump = difference(reached.dump, to.dump)
        if !dump.isEmpty { throw fail(.dump, "", dump) }
        let losses = before.losses(until: try await RowCounts(connection), by: plan)
        if !losses.isEmpty { throw fail(.rows, "", losses.joined(separator: "\n")) }
        return plan.statements.count
    }

    /// A message without the names in it.
    static func shape(_ message: String) -> String {
        message.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "..." }.joined()
    }
}
