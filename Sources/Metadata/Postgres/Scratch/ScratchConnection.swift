import AutogenConnection
import AutogenReflection
import AutogenSQLText
import AutogenSchema

/// The connection to a scratch database on PostgreSQL: everything runs as a role that reaches nothing else.
///
/// What that role is refused, and only an administrator may do, waits. Where the schema is read, the administrator runs
/// it in a transaction, reads in the same one, and rolls it back: so no statement of a user's ever runs after one that
/// might have given it more rights, and the database may be read as often as one likes.
actor ScratchConnection: ReaderProvider {
    /// The administrator of a scratch database, and who takes its place there.
    struct Administrator: Sendable {
        let connection: any Connection
        let name: String
        let isSuperuser: Bool
        /// The role of the run.
        let role: String
        /// The one that migrates the database which this one stands for.
        let migratingRole: String
        /// Whether the server is autogen's own and holds nothing else.
        let isPrivate: Bool
    }

    /// A statement that the role of the run was refused.
    private struct Waiting {
        let text: String
        let form: Privileged
        let searchPath: String
        /// Whether everything that it names was there.
        let isComplete: Bool
    }

    nonisolated let dialect = Dialect.postgresql
    nonisolated let administrator: Administrator?
    nonisolated var migratingRole: String? { administrator?.migratingRole }
    private let own: any Connection
    private let worker: ScratchWorker
    private let note: @Sendable (String) -> Void
    private var waiting: [Waiting] = []
    /// What the administrator has run for good.
    private var done: Set<String> = []

    /// Without an administrator, `own` has the rights of the user, which are no more than those of a lesser role.
    init(
        _ own: any Connection, as worker: ScratchWorker, administrator: Administrator?,
        note: @escaping @Sendable (String) -> Void
    ) {
        self.own = own
        self.worker = worker
        self.administrator = administrator
        self.note = note
    }

    func serverVersion() async throws(DatabaseError) -> ServerVersion { try await own.serverVersion() }
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows { try await own.query(sql) }
    func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] { try await own.batch(queries) }
    func isInTransaction() async throws(DatabaseError) -> Bool { try await own.isInTransaction() }
    func close() async { await own.close() }

    func execute(_ script: SQL) async throws(DatabaseError) {
        let renamed = worker.taking(script.text)
        do {
            try await execute(renamed: SQL(raw: renamed.text))
        } catch {
            var error = error
            error.position = error.position.map(renamed.original)
            throw error
        }
    }

    private func execute(renamed script: SQL) async throws(DatabaseError) {
        let statements = SQLStatement.all(in: script.text, .postgresql)
        let reachesServer = statements.contains { ServerWide.name(of: $0) != nil }
        guard statements.count > 1 else {
            guard let statement = statements.first else { return }
            return try await run(statement, whole: script)
        }
        if !reachesServer {
            do {
                return try await own.execute(script)
            } catch {
                let mayWait = administrator != nil && statements.contains { Privileged($0) != nil }
                let isOpen = try await own.isInTransaction()
                guard error.reason == .statement, mayWait, !isOpen else { throw explained(error) }
            }
        }
        try await runOneByOne(statements)
    }

    /// As the server runs a script: all of it or nothing.
    private func runOneByOne(_ statements: [SQLStatement]) async throws(DatabaseError) {
        let isOpen = try await own.isInTransaction()
        let before = waiting
        if !isOpen { try await own.execute("BEGIN") }
        do {
            for statement in statements { try await run(statement, whole: nil) }
            if !isOpen, try await own.isInTransaction() { try await own.execute("COMMIT") }
        } catch {
            waiting = before
            if !isOpen { try? await own.execute("ROLLBACK") }
            throw error
        }
    }

    private func run(_ statement: SQLStatement, whole script: SQL?) async throws(DatabaseError) {
        if let name = ServerWide.name(of: statement) {
            if let administrator, let role = ServerWide.madeRole(statement) {
                let isMade = try await StandInRoles.take(role, for: administrator.role, administrator.connection)
                return note(
                    "CREATE ROLE \(role) concerns the server: "
                        + (isMade
                            ? "a role without rights stands in while the schema is read"
                            : "a scratch database leaves it out, and the server has the role"))
            }
            return note("\(name) concerns the server: a scratch database leaves it out")
        }
        let text = Self.offline(statement)
        let form = administrator == nil ? nil : Privileged(statement)
        guard let form else {
            do {
                return try await own.execute(script ?? SQL(raw: text))
            } catch {
                throw explained(error, at: script == nil ? statement : nil)
            }
        }
        // What IF EXISTS passes over may be among what waits.
        let exacting = waiting.isEmpty ? nil : Privileged.withoutIfExists(statement)
        do {
            try await tried(exacting ?? text)
        } catch {
            if exacting != nil, Self.isMissing(error) {
                try await own.execute(SQL(raw: text))
                waiting.append(Waiting(text: text, form: form, searchPath: try await searchPath(), isComplete: true))
                return
            }
            let isRefused = error.code == Self.insufficientPrivilege
            guard error.reason == .statement, isRefused || Self.isMissing(error) && isExpected(form) else {
                throw explained(error, at: statement)
            }
            if try await runsAtOnce(form) { return try await runAtOnce(text, form, statement) }
            waiting.append(Waiting(text: text, form: form, searchPath: try await searchPath(), isComplete: isRefused))
        }
    }

    /// In a transaction only this statement is undone when it fails.
    private func tried(_ text: String) async throws(DatabaseError) {
        guard try await own.isInTransaction() else { return try await own.execute(SQL(raw: text)) }
        try await own.execute("SAVEPOINT autogen_scratch")
        do {
            try await own.execute(SQL(raw: text))
            try await own.execute("RELEASE SAVEPOINT autogen_scratch")
        } catch {
            try await own.execute("ROLLBACK TO SAVEPOINT autogen_scratch; RELEASE SAVEPOINT autogen_scratch")
            // Behind ALTER DOMAIN ... DROP CONSTRAINT the server itself changes nothing under a savepoint.
            guard error.code == Self.internalError else { throw error }
            try await own.execute(SQL(raw: text))
        }
    }

    private static let internalError = "XX000"

    private static let insufficientPrivilege = "42501"
    private static let notSupported = "0A000"

    /// A table, schema, function, object or column that is not there.
    private static func isMissing(_ error: DatabaseError) -> Bool {
        ["42P01", "3F000", "42883", "42704", "42703"].contains(error.code ?? "")
    }

    /// Whether what a statement misses may be among what waits.
    private func isExpected(_ form: Privileged) -> Bool {
        waiting.contains { $0.form.makes || $0.form.isLast && form.isLast }
    }

    private func searchPath() async throws(DatabaseError) -> String {
        try await own.query("SELECT current_setting('search_path') AS path").first?.string("path") ?? ""
    }

    /// A subscription is made without asking the other server.
    private static func offline(_ statement: SQLStatement) -> String {
        guard statement.starts(with: "CREATE", "SUBSCRIPTION") else { return statement.text }
        return SubscriptionRewrite.offline(statement.text) ?? statement.text
    }

    /// Says of a refusal that it is one of autogen's making, and what helps.
    private func explained(_ error: DatabaseError, at statement: SQLStatement? = nil) -> DatabaseError {
        var error = error
        if let statement, let position = error.position {
            let head = statement.source[..<statement.range.lowerBound]
            error.position = position + head.count { $0 & 0xC0 != 0x80 }
        }
        guard error.reason == .statement, let administrator else { return error }
        var copy = DatabaseError(
            .unsafe, code: error.code, message: error.message, detail: error.detail, hint: error.hint,
            position: error.position, context: error.context)
        if error.code == Self.insufficientPrivilege {
            copy.hint =
                "a scratch database runs this as a role that reaches nothing else, so that reading a schema changes "
                + "nothing on the server; take the statement out, or do by hand what it does"
            return copy
        }
        guard Self.isMissing(error), let cause = waiting.first(where: \.form.makes) else { return error }
        copy.hint =
            "it may need \(Self.start(of: cause.text)), which only an administrator may run, and which waits until no "
            + "other statement can gain rights by it"
            + (administrator.isPrivate ? "" : "; scratch: local runs it at its place")
        return copy
    }

    static func start(of text: String) -> String {
        let line = text.split(separator: "\n").first ?? ""
        return line.count > 60 ? "\(line.prefix(60))..." : String(line)
    }
}

extension ScratchConnection {
    /// Extensions go in before anybody has made a function that their scripts could call by mistake.
    private func runsAtOnce(_ form: Privileged) async throws(DatabaseError) -> Bool {
        guard let administrator else { return false }
        switch form.time {
        case .atEnd: return false
        case .atOnceInPrivate: return administrator.isPrivate
        case .atOnce:
            if administrator.isPrivate { return true }
            return try await !administrator.has(Self.ownFunction)
        }
    }

    /// Runs it for good; what it makes is the run's, as if the run had been allowed to.
    private func runAtOnce(
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
            try await connection.execute(SQL(raw: text))
            try await connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
            try await administrator.refusePlanted()
            try await administrator.handOver()
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
            try await run(part, administrator)
            try await connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
            if !part.isEmpty { try await administrator.refusePlanted() }
        }
    }

    private func run(_ statements: [Waiting], _ administrator: Administrator) async throws(DatabaseError) {
        let connection = administrator.connection
        var hasVanished = false
        var settled: Set<String> = []
        for statement in statements {
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
                SAVEPOINT autogen_scratch; \(Self.setting(statement.searchPath))
                """)
            do {
                try await connection.execute(SQL(raw: statement.text))
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
