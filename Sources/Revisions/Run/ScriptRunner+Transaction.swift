import AutogenConnection
import AutogenSchema

extension ScriptRunner {
    /// Runs a part of the script that begins at a position; returns false where that is not due any more.
    func transaction(
        _ plan: ScriptSegments, at position: Int, _ body: () async throws -> Bool
    ) async throws -> Bool {
        func part() async throws -> Bool {
            try await journal.claim()
            guard try await journal.isDue(position) else { throw NotDue() }
            if let pins { _ = try await connection.query(pins.local) }
            // What an earlier part has set went with its transaction.
            for setting in isShared ? plan.statements.prefix(position).compactMap(\.settingLocally) : [] {
                try await connection.execute(SQL(raw: setting))
            }
            return try await body()
        }
        do {
            guard settings.transactions.setting(for: script) == .yes else {
                return try await connection.transaction(.write, part)
            }
            return try await engine.suspendingReferences(on: connection) {
                try await connection.transaction(.write) { try await keepingReferences(part) }
            }
        } catch is NotDue {
            return false
        }
    }

    /// The settings under which the script runs, where these are not the session's.
    private var pins: SettingPins? {
        script.revision.settings == .pinned ? connection.dialect.session.pins : nil
    }

    /// Runs `body` in the transaction that is open and goes on with other scripts.
    func pinned(_ body: () async throws -> Void) async throws {
        guard let pins else { return try await body() }
        let before = try await connection.query(pins.current).first
        _ = try await connection.query(pins.local)
        try await body()
        if let before { _ = try await connection.query(pins.restoring(before, true)) }
    }

    /// The same for what runs outside of any transaction.
    func pinnedOutside(_ body: () async throws -> Void) async throws {
        guard let pins, hasCompany, !isShared else { return try await body() }
        let before = try await connection.query(pins.current).first
        func restore() async throws {
            if let before { _ = try await connection.query(pins.restoring(before, false)) }
        }
        _ = try await connection.query(pins.lasting)
        do {
            try await body()
        } catch {
            await Task { try? await restore() }.value
            throw error
        }
        try await restore()
    }

    /// Takes back what claiming a part has written.
    private struct NotDue: Error {}
}

extension ScriptRunner {
    /// Runs the script, which must leave no reference broken that was whole before.
    func keepingReferences(_ body: () async throws -> Bool) async throws -> Bool {
        let check = try await engine.referenceCheck(
            before: { mayDoMore ? nil : try checked().statements }, on: connection)
        guard try await body() else { return false }
        guard let check else { return true }
        let broken = try await check.broken()
        guard broken.isEmpty else {
            throw MigrationError.brokenReferences(direction, file: script.file, broken)
        }
        return true
    }
}

extension ScriptRunner {
    /// A session that goes on with a script has the settings that the script has made before.
    func restoreSettings(_ plan: ScriptSegments, before done: Int) async throws {
        for statement in plan.statements.prefix(done) where engine.isLastingSetting(statement) {
            try await connection.execute(SQL(raw: statement.text))
        }
    }
}
