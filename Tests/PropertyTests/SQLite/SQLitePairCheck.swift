import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport

/// Migrates a SQLite database from one schema of a pair to the other and back, and looks whether it gets there.
struct SQLitePairCheck: Sendable {
    let from: SQLiteDraft
    let to: SQLiteDraft
    let seed: UInt64

    init(_ pair: SchemaPair, seed: UInt64) {
        from = pair.from.sqliteDraft()
        to = pair.to.sqliteDraft()
        self.seed = seed
    }

    /// A statement that said it may fail on rows did so.
    private struct RefusedByRows: Error {}

    private struct State: Sendable {
        let catalog: Catalog
        let account: SQLiteAccount

        init(_ connection: any Connection) async throws {
            catalog = try await Reflector.catalog(of: connection)
            account = try await SQLiteAccount(connection)
        }
    }

    /// Throws ``Failure``.
    func run() async throws -> PairCheck.Outcome {
        let target = try await State(Self.database(to))
        try await fromNothing(to: target)
        do { return try await run(to: target, withRows: true) } catch is RefusedByRows {
            var outcome = try await run(to: target, withRows: false)
            outcome.isRefusedByRows = true
            return outcome
        }
    }

    /// What `inspect` prints makes the same schema.
    private func fromNothing(to target: State) async throws {
        let connection = try await Self.database(SQLiteDraft())
        _ = try await migrate(.none, from: State(connection), to: target, connection)
    }

    private func run(to target: State, withRows: Bool) async throws -> PairCheck.Outcome {
        let connection = try await Self.database(from)
        var outcome = PairCheck.Outcome()
        if withRows {
            for statement in SQLiteSampleRows.statements(for: from, seed: seed) {
                try? await connection.execute(statement)
            }
            outcome.rows = try await SQLiteContents(connection).total
        }
        let start = try await State(connection)
        outcome.statements += try await migrate(.up, from: start, to: target, connection)
        outcome.statements += try await migrate(.down, from: target, to: start, connection)
        return outcome
    }

    private static func database(_ draft: SQLiteDraft) async throws -> SQLiteConnection {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        do { try await connection.execute(SQL(raw: draft.script)) } catch {
            throw Failure(
                stage: .generation, direction: .none, sort: error.code ?? "", detail: "\(error)\n\(draft.script)")
        }
        try await connection.execute("PRAGMA foreign_keys = ON")
        return connection
    }

    private func migrate(
        _ direction: Failure.Direction, from: State, to: State, _ connection: SQLiteConnection
    ) async throws -> Int {
        let plan: Plan
        do { plan = try Planner(rules: SQLiteRules()).plan(from: from.catalog, to: to.catalog) } catch {
            throw Failure(stage: .planning, direction: direction, detail: "\(error)")
        }
        func fail(_ stage: Failure.Stage, _ sort: String, _ detail: String) -> Failure {
            Failure(stage: stage, direction: direction, sort: sort, detail: detail, script: plan.script)
        }
        let before = try await SQLiteContents(connection)
        let foresight = before.total > 0 ? try await Foresight(of: plan, on: connection) : nil
        do { try await plan.run(on: connection) } catch {
            try? await connection.execute("ROLLBACK")
            let message = "\(error)"
            let isData =
                before.total > 0
                && plan.hazards.contains {
                    $0.kind == .mayFail || $0.kind == .needsDecision || $0.kind == .byHand
                }
            guard isData,
                ["constraint failed", "cannot store", "datatype mismatch", "no row loses"].contains(
                    where: message.contains)
            else { throw fail(.running, PairCheck.shape(message), message) }
            if let foresight, foresight.faults.isEmpty, foresight.unknown.isEmpty {
                throw fail(.foresight, "missed", message)
            }
            try await proveUntouched(from, before, connection, fail)
            try await runOnAfterErrors(plan, before, connection, fail)
            throw RefusedByRows()
        }
        if let wrong = foresight?.faults, !wrong.isEmpty {
            throw fail(.foresight, "wrong", wrong.joined(separator: "\n"))
        }
        let reached = try await State(connection)
        let rest = Comparison.changes(from: reached.catalog, to: to.catalog)
        if let first = rest.first {
            throw fail(.comparison, first.id.kind.rawValue, rest.map(\.description).joined(separator: "\n"))
        }
        let account = difference(reached.account.lines, to.account.lines)
        if !account.isEmpty { throw fail(.dump, "", account) }
        let losses = before.losses(until: try await SQLiteContents(connection))
        if !losses.isEmpty { throw fail(.rows, "", losses.joined(separator: "\n")) }
        let damages = try await Self.damages(of: connection)
        if !damages.isEmpty { throw fail(.rows, "integrity", damages.joined(separator: "\n")) }
        if try await connection.query("PRAGMA foreign_keys").first?.bool("foreign_keys") != true {
            throw fail(.rows, "foreign keys", "they are off")
        }
        return plan.statements.count
    }

    /// What `PRAGMA integrity_check` finds; some versions read the columns of a `WITHOUT ROWID` table in the order in
    /// which they are stored, and find NULL and text where there is none.
    private static func damages(of connection: SQLiteConnection) async throws -> [String] {
        let tables = try await connection.query("SELECT name FROM pragma_table_list WHERE wr").map { $0[0].text ?? "" }
        return try await connection.query("PRAGMA integrity_check").map { $0[0].text ?? "" }.filter { line in
            line != "ok" && !tables.contains { line.contains(" value in \($0).") }
        }
    }

    /// A script that fails leaves everything as it was.
    private func proveUntouched(
        _ from: State, _ before: SQLiteContents, _ connection: SQLiteConnection,
        _ fail: (Failure.Stage, String, String) -> Failure
    ) async throws {
        let account = difference(try await SQLiteAccount(connection).lines, from.account.lines)
        if !account.isEmpty { throw fail(.dump, "after a failure", account) }
        let losses = before.losses(until: try await SQLiteContents(connection))
        if !losses.isEmpty { throw fail(.rows, "after a failure", losses.joined(separator: "\n")) }
    }

    /// A shell goes on after an error: no row may get lost by what follows.
    private func runOnAfterErrors(
        _ plan: Plan, _ before: SQLiteContents, _ connection: SQLiteConnection,
        _ fail: (Failure.Stage, String, String) -> Failure
    ) async throws {
        for statement in plan.framed { try? await connection.execute(statement.sql) }
        try? await connection.execute("COMMIT")
        let losses = before.losses(until: try await SQLiteContents(connection))
        if !losses.isEmpty { throw fail(.rows, "in a shell", losses.joined(separator: "\n")) }
    }
}
