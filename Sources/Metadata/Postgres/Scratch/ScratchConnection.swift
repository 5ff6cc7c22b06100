import AutogenConnection
import AutogenReflection
import AutogenSQLText
import AutogenSchema

/// The connection to a scratch database on PostgreSQL: everything runs as a role that reaches nothing else.
///
/// What that role is refused, and only an administrator may do, waits. Where the schema is read, the administrator runs
/// it in a transaction, reads in the same one, and rolls it back: so no statement of a user's ever runs after one that
/// might have given it more rights, and the database may be read as often as one likes.
actor ScratchConnection: ReaderProvider, ScratchPlace {
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
    struct Waiting {
        let text: String
        let names: BoundNames
        let form: Privileged
        let searchPath: String
        /// Whether everything that it names was there.
        let isComplete: Bool

        /// The text with the names that its objects have now; `nil` where they are gone.
        func text(_ current: BoundNames.CurrentNames) -> String? {
            names.oids.contains { $0 != nil } ? names.text(current) : text
        }
    }

    nonisolated let dialect = Dialect.postgresql
    nonisolated let administrator: Administrator?
    nonisolated var migratingRole: String? { administrator?.migratingRole }
    nonisolated let place: DatabaseURL
    let own: any Connection
    let worker: ScratchWorker
    let note: @Sendable (String) -> Void
    var waiting: [Waiting] = []
    /// What the administrator has run for good.
    var done: Set<String> = []

    /// Without an administrator, `own` has the rights of the user, which are no more than those of a lesser role.
    init(
        _ own: any Connection, at place: DatabaseURL, as worker: ScratchWorker, administrator: Administrator?,
        note: @escaping @Sendable (String) -> Void
    ) {
        self.own = own
        self.place = place
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
            // Whatever the script has set, the server is to read the next one as it is read here.
            try await own.pinStrings()
        } catch {
            var error = error
            error.position = error.position.map(renamed.original)
            throw error
        }
    }

    private func execute(renamed script: SQL) async throws(DatabaseError) {
        let statements = SQLStatement.all(in: script.text, .postgresql)
        let goesAlone = statements.contains { ServerWide.name(of: $0) != nil || waitsForOwner($0) }
        guard statements.count > 1 else {
            guard let statement = statements.first else { return }
            return try await run(statement, whole: script)
        }
        if !goesAlone {
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
            if let sequence = OwnedSequence(statement) { try await keepOwner(of: sequence) }
            do {
                return try await own.execute(script ?? SQL(raw: text))
            } catch {
                throw explained(error, at: script == nil ? statement : nil)
            }
        }
        if form.holdsExtension || form.saysPrivileges && waitsForOwner(statement) {
            do {
                try await tried(text, isKept: false)
                return try await wait(statement, form, isComplete: true)
            } catch {
                let isRefused = error.code == Self.insufficientPrivilege
                guard isRefused || Self.isMissing(error) && isExpected(form) else {
                    throw explained(error, at: statement)
                }
                return try await wait(statement, form, isComplete: isRefused)
            }
        }
        // What IF EXISTS passes over may be among what waits.
        let exacting = waiting.isEmpty ? nil : Privileged.withoutIfExists(statement)
        do {
            try await tried(exacting ?? text)
            // The last owner is the one who stays.
            if form.changesOwner, waiting.contains(where: \.form.changesOwner) {
                try await wait(statement, form, isComplete: true)
            }
        } catch {
            if exacting != nil, Self.isMissing(error) {
                try await own.execute(SQL(raw: text))
                return try await wait(statement, form, isComplete: true)
            }
            let isRefused = error.code == Self.insufficientPrivilege || error.code == form.refusal
            guard error.reason == .statement, isRefused || Self.isMissing(error) && isExpected(form) else {
                throw explained(error, at: statement)
            }
            if try await runsAtOnce(form) { return try await runAtOnce(text, form, statement) }
            try await wait(statement, form, isComplete: isRefused)
        }
    }

    private func wait(
        _ statement: SQLStatement, _ form: Privileged, isComplete: Bool
    ) async throws(DatabaseError) {
        // What is not there yet has no names that could be another's.
        var names = BoundNames(statement)
        let path = isComplete ? try await names.find(on: own) : try await searchPath()
        waiting.append(
            Waiting(
                text: Self.offline(statement), names: names, form: form, searchPath: path, isComplete: isComplete))
    }

    /// Whether what the statement says of privileges, or of the table of a sequence, is said of an owner that waits.
    private func waitsForOwner(_ statement: SQLStatement) -> Bool {
        guard waiting.contains(where: \.form.changesOwner) else { return false }
        return OwnedSequence(statement) != nil || Privileged(statement)?.saysPrivileges == true
    }

    /// A sequence goes with its table to another owner, and keeps that when it is taken from the table; where the owner
    /// waits, the sequence is given to it by itself.
    private func keepOwner(of sequence: OwnedSequence) async throws(DatabaseError) {
        guard waiting.contains(where: \.form.changesOwner),
            let table = try await own.query(sequence.table).first?[0].text,
            let change = waiting.last(where: { $0.form.changesOwner && $0.names.table == table }),
            let statement = sequence.taking(ownerOf: change.text), let form = Privileged(statement)
        else { return }
        try await wait(statement, form, isComplete: true)
    }

    /// In a transaction only this statement is undone when it fails, or where it only had to be tried.
    private func tried(_ text: String, isKept: Bool = true) async throws(DatabaseError) {
        guard try await own.isInTransaction() else {
            guard !isKept else { return try await own.execute(SQL(raw: text)) }
            try await own.execute("BEGIN")
            do {
                try await own.execute(SQL(raw: text))
                return try await own.execute("ROLLBACK")
            } catch {
                try await own.execute("ROLLBACK")
                throw error
            }
        }
        try await own.execute("SAVEPOINT autogen_scratch")
        do {
            try await own.execute(SQL(raw: text))
            try await own.execute(isKept ? Self.release : Self.undo)
        } catch {
            try await own.execute(Self.undo)
            // Behind ALTER DOMAIN ... DROP CONSTRAINT the server itself changes nothing under a savepoint.
            guard error.code == Self.internalError else { throw error }
            try await own.execute(SQL(raw: text))
        }
    }

    private static let internalError = "XX000"

    private static let insufficientPrivilege = "42501"
    static let notSupported = "0A000"

    /// A table, schema, function, object or column that is not there.
    static func isMissing(_ error: DatabaseError) -> Bool {
        ["42P01", "3F000", "42883", "42704", "42703"].contains(error.code ?? "")
    }

    /// Whether something that is not there yet will be.
    var makesLater: Bool { waiting.contains(where: \.form.makes) }

    /// Whether what a statement misses may be among what waits.
    private func isExpected(_ form: Privileged) -> Bool {
        waiting.contains { $0.form.makes || $0.form.isLast && form.isLast }
    }

    static let release: SQL = "RELEASE SAVEPOINT autogen_scratch"
    static let undo: SQL = "ROLLBACK TO SAVEPOINT autogen_scratch; RELEASE SAVEPOINT autogen_scratch"

    func searchPath() async throws(DatabaseError) -> String {
        try await own.query("SELECT current_setting('search_path') AS path").first?.string("path") ?? ""
    }

    /// A subscription is made without asking the other server.
    private static func offline(_ statement: SQLStatement) -> String {
        guard statement.starts(with: "CREATE", "SUBSCRIPTION") else { return statement.text }
        return SubscriptionRewrite.offline(statement.text) ?? statement.text
    }

    /// Says of a refusal that it is one of autogen's making, and what helps.
    func explained(_ error: DatabaseError, at statement: SQLStatement? = nil) -> DatabaseError {
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
