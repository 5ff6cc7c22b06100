import AutogenConnection
import AutogenSchema

/// Runs one section of a script, statement by statement, so that an error has its line.
struct ScriptRunner {
    let script: RevisionScript
    let direction: Direction
    let connection: any Connection

    /// Runs the section in a transaction if the script says so; `record` takes part in it.
    func run(record: @escaping @Sendable () async throws -> Void) async throws {
        guard script.revision.dialect == connection.dialect else {
            throw MigrationError.wrongDialect(
                file: script.file, script: script.revision.dialect.title, database: connection.dialect.title)
        }
        let all = script.statements(direction)
        switch script.revision.transaction {
        case .yes: try await inTransaction(try TransactionFrame.removed(from: all, file: script.file), record)
        case .no:
            try await one(byOne: all)
            try await record()
        }
    }

    private func inTransaction(
        _ statements: [ScriptStatement], _ record: @escaping @Sendable () async throws -> Void
    ) async throws {
        let body: @Sendable () async throws -> Void = {
            try await run(statements)
            try await record()
        }
        switch connection.dialect {
        case .postgresql: try await connection.transaction(.write, body)
        case .sqlite:
            try await ForeignKeys.suspended(on: connection) {
                try await connection.transaction(.write) {
                    let before = try await ForeignKeys.violations(on: connection)
                    try await body()
                    let broken = try await ForeignKeys.violations(on: connection).filter { $0.value > before[$0.key] ?? 0 }
                    guard broken.isEmpty else {
                        throw MigrationError.brokenReferences(
                            direction, file: script.file, broken.map { "\($0.value) \($0.key)" }.sorted())
                    }
                }
            }
        }
    }

    private func run(_ statements: [ScriptStatement]) async throws {
        for statement in statements { try await execute(statement, kept: nil) }
    }

    /// A script that leaves transactions to itself may bring some; what it has not committed is rolled back.
    private func one(byOne statements: [ScriptStatement]) async throws {
        var kept = 0
        var isOpen = false
        for (index, statement) in statements.enumerated() {
            if TransactionFrame.isBegin(statement) { isOpen = true }
            do {
                try await execute(statement, kept: kept)
            } catch {
                if isOpen { await Task { try? await connection.execute("ROLLBACK") }.value }
                throw error
            }
            if TransactionFrame.isCommit(statement) { isOpen = false }
            if !isOpen { kept = index + 1 }
        }
    }

    private func execute(_ statement: ScriptStatement, kept: Int?) async throws {
        do {
            try await connection.execute(SQL(raw: statement.text))
        } catch {
            guard error.reason != .cancelled else { throw error }
            let place = statement.place(of: error.position)
            let shown = StatementPlace(
                file: script.file, line: place.line, column: place.column, text: statement.content(ofLine: place.line))
            throw MigrationError.statement(direction, shown, error, kept: kept)
        }
    }
}
