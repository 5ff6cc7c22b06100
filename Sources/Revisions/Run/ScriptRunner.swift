import AutogenConnection
import AutogenSchema

/// Runs one section of a script, statement by statement, so that an error has its line.
struct ScriptRunner {
    let script: RevisionScript
    let direction: Direction
    let connection: any Connection
    /// What stands behind masks; `nil` leaves them as they are, which is right in a scratch database.
    var secrets: SecretValues?

    /// Runs the section in a transaction if the script says so, and returns whether it ran.
    ///
    /// `isDue` is asked first and `record` called last, both in the same transaction.
    @discardableResult
    func run(
        if isDue: @Sendable () async throws -> Bool = { true }, record: @Sendable () async throws -> Void = {}
    ) async throws -> Bool {
        guard script.revision.dialect == connection.dialect else {
            throw MigrationError.wrongDialect(
                file: script.file, script: script.revision.dialect.title, database: connection.dialect.title)
        }
        let all = script.statements(direction)
        if let secrets {
            // Before anything runs.
            for statement in all { _ = try secrets.filling(statement.text, in: script.file) }
        }
        switch script.revision.transaction {
        case .yes:
            let statements = try TransactionFrame.removed(from: all, file: script.file)
            return try await inTransaction {
                guard try await isDue() else { return false }
                try await run(statements)
                try await record()
                return true
            }
        case .no:
            guard try await isDue() else { return false }
            try await one(byOne: all)
            try await record()
            return true
        }
    }

    private func inTransaction(_ body: () async throws -> Bool) async throws -> Bool {
        switch connection.dialect {
        case .postgresql: return try await connection.transaction(.write, body)
        case .sqlite:
            return try await ForeignKeys.suspended(on: connection) {
                try await connection.transaction(.write) {
                    let before = try await ForeignKeys.violationsIfSound(on: connection)
                    guard try await body() else { return false }
                    guard let before else { return true }
                    let after = try await ForeignKeys.violations(on: connection)
                    let broken = after.filter { $0.value > before[$0.key] ?? 0 }
                    guard broken.isEmpty else {
                        throw MigrationError.brokenReferences(
                            direction, file: script.file, broken.map { "\($0.value) \($0.key)" }.sorted())
                    }
                    return true
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
            let text = try secrets?.filling(statement.text, in: script.file) ?? statement.text
            try await connection.execute(SQL(raw: text))
        } catch let error as DatabaseError {
            guard error.reason != .cancelled else { throw error }
            let place = statement.place(of: error.position)
            let shown = StatementPlace(
                file: script.file, line: place.line, column: place.column, text: statement.content(ofLine: place.line))
            throw MigrationError.statement(direction, shown, error, kept: kept)
        }
    }
}
