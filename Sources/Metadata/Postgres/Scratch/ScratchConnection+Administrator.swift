import AutogenConnection
import AutogenReflection
import AutogenSQLText
import AutogenSchema

/// What the administrator runs in the place of the role of the run.
extension ScratchConnection {
    /// Extensions go in before anybody has made a function that their scripts could call by mistake.
    func runsAtOnce(_ form: Privileged) async throws(DatabaseError) -> Bool {
        guard let administrator else { return false }
        switch form.time {
        case .atEnd: return false
        case .atOnceInPrivate: return administrator.isPrivate
        case .atOnce: return administrator.isSuperuser
        case .beforeFunctions:
            if administrator.isPrivate { return true }
            return try await !administrator.has(Self.ownFunction)
        }
    }

    /// Runs it for good; what it makes is the run's, as if the run had been allowed to.
    func runAtOnce(
        _ text: String, _ form: Privileged, _ statement: SQLStatement
    ) async throws(DatabaseError) {
        guard let administrator else { return }
        if form.mayCall { try await administrator.refuseCalls(beside: text) }
        if let library = form.libraries.first(where: { !KnownExtensions.hasHarmlessLibrary($0) }) {
            throw DatabaseError(
                .unsafe,
                message: "\(Self.start(of: text)) takes code of the library \(library), which may reach anything",
                hint: "a scratch database has the libraries that come with PostgreSQL and reach nothing; take it out")
        }
        let connection = administrator.connection
        let path = try await searchPath()
        do {
            try await connection.execute(
                """
                BEGIN; SET LOCAL lock_timeout = '2s'; SET LOCAL client_min_messages = warning;
                \(Self.setting(path))
                """)
            if administrator.isSuperuser { try await connection.execute(Self.quiet) }
            try await administrator.takeShellTypes()
            let before = form.mayReplace ? try await administrator.changes() : nil
            try await connection.execute(SQL(raw: text))
            if let before { try await administrator.refuseReplaced(since: before) }
            try await connection.execute(Self.ownPath)
            try await administrator.refusePlanted()
            try await administrator.handOver()
            try await administrator.disarmWrappers()
            try await connection.execute("COMMIT")
            done.insert(text + path)
        } catch {
            try? await connection.execute("ROLLBACK")
            // The transaction in which it was asked for was undone, and is tried again.
            if Self.isDuplicate(error), done.contains(text + path) { return }
            throw explained(
                DatabaseError(
                    error.reason, code: error.code, message: error.message, detail: error.detail, hint: error.hint,
                    context: error.context), at: statement)
        }
    }

    /// A function of the run's: those of extensions are a superuser's, and one that is added to an extension is not.
    private static let ownFunction: SQL = """
        SELECT 1 FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_roles r ON r.oid = p.proowner
        WHERE p.oid >= '16384'::pg_catalog.oid AND NOT r.rolsuper LIMIT 1
        """

    /// No function of a user's stands in the place of one that this calls: its arguments have the very types.
    private static func setting(_ path: String) -> SQL {
        "SELECT pg_catalog.set_config('search_path'::pg_catalog.text, \(literal: path)::pg_catalog.text, true)"
    }

    private static let ownPath: SQL = "SET LOCAL search_path = pg_catalog, pg_temp"

    /// Event triggers stay silent, but for those that always fire.
    private static let quiet: SQL = "SET LOCAL session_replication_role = replica"

    private static func isDuplicate(_ error: DatabaseError) -> Bool {
        ["42P07", "42P06", "42710", "42723"].contains(error.code ?? "")
    }

    func reading<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result {
        guard let administrator else { return try await body(own) }
        // What the run has not committed, nobody else sees.
        guard try await !own.isInTransaction() else {
            return try await body(ScratchReader(connection: own, role: administrator.role))
        }
        let connection = administrator.connection
        do {
            try await connection.execute(
                """
                BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL client_min_messages = warning;
                SET LOCAL check_function_bodies = off
                """)
            try await settle(administrator)
            try await connection.execute("SET TRANSACTION READ ONLY")
            let result = try await body(
                ScratchReader(connection: connection, role: administrator.role))
            try await connection.execute("ROLLBACK")
            return result
        } catch {
            // In a task of its own, since a cancelled one can't send anything.
            await Task { try? await connection.execute("ROLLBACK") }.value
            throw error
        }
    }

    /// Runs what waits, what is about event triggers last: they fire for all that comes after them.
    ///
    /// Whoever reads then has the rights of an administrator, so nothing of the schema's may stand in the place of what
    /// is called to read.
    private func settle(_ administrator: Administrator) async throws(DatabaseError) {
        let connection = administrator.connection
        if administrator.isSuperuser { try await connection.execute(Self.quiet) }
        try await administrator.takeShellTypes()
        let parts = [waiting.filter { !$0.form.isLast }, waiting.filter(\.form.isLast)]
        for part in parts {
            try await connection.execute(Self.ownPath)
            try await run(part, administrator)
            try await connection.execute(Self.ownPath)
            if !part.isEmpty { try await administrator.refusePlanted() }
        }
    }

    private func run(_ statements: [Waiting], _ administrator: Administrator) async throws(DatabaseError) {
        let connection = administrator.connection
        var hasVanished = false
        var settled: Set<String> = []
        let current = try await BoundNames.CurrentNames(of: statements.map(\.names), on: connection)
        for statement in statements {
            guard let text = statement.text(current) else {
                hasVanished = true
                continue
            }
            if statement.form.mayCall { try await administrator.refuseCalls(beside: statement.text) }
            if statement.form.runsScript, !administrator.isPrivate, try await administrator.has(Self.ownFunction) {
                throw DatabaseError(
                    .unsafe,
                    message:
                        "\(Self.start(of: statement.text)) runs a script with an administrator's rights, which may "
                        + "call functions of the schema by mistake",
                    hint: "use a private server, scratch: local")
            }
            try await connection.execute(
                """
                SAVEPOINT autogen_scratch; \(statement.names.isBound ? Self.ownPath : Self.setting(statement.searchPath))
                """)
            do {
                let before = statement.form.mayReplace ? try await administrator.changes() : nil
                try await connection.execute(SQL(raw: text))
                if let before { try await administrator.refuseReplaced(since: before) }
                try await connection.execute("RELEASE SAVEPOINT autogen_scratch")
                settled.insert(statement.text + statement.searchPath)
            } catch {
                // What was made, dropped with what it was in, and made again is made once.
                let isAgain = Self.isDuplicate(error) && settled.contains(statement.text + statement.searchPath)
                // By now the sequence belongs to a table, with whose owner it goes.
                let isLinked = statement.form.changesOwner && error.code == Self.notSupported
                // Later statements may have dropped what it was about, and with it what others are about.
                guard isAgain || isLinked || Self.isMissing(error) && (statement.isComplete || hasVanished) else {
                    throw DatabaseError(
                        error.reason, code: error.code, message: error.message, detail: error.detail, hint: error.hint,
                        context: "running \(Self.start(of: statement.text)) as the administrator")
                }
                hasVanished = hasVanished || !isAgain && !isLinked
                try await connection.execute(
                    "ROLLBACK TO SAVEPOINT autogen_scratch; RELEASE SAVEPOINT autogen_scratch")
            }
        }
    }
}
