import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The connection of a user who can make no lesser role, and so works in a scratch database with rights of their own:
/// whatever it runs, nothing is written that belongs to the whole server.
///
/// Who writes to a catalog that all databases share holds a lock on it up to the end of the transaction
/// (<https://www.postgresql.org/docs/current/explicit-locking.html>), also out of a `DO` block or a function. So each script
/// is a transaction, which is undone where it holds one. What can't run in one runs in another form: an index is built as
/// any other, and what changes no schema, such as `VACUUM`, is left out.
struct OwnRights: Connection {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    var dialect: Dialect { connection.dialect }
    func serverVersion() async throws(DatabaseError) -> ServerVersion { try await connection.serverVersion() }
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows { try await connection.query(sql) }
    func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] { try await connection.batch(queries) }
    func isInTransaction() async throws(DatabaseError) -> Bool { try await connection.isInTransaction() }
    func reported(_ setting: String) async -> String? { await connection.reported(setting) }
    func close() async { await connection.close() }

    func execute(_ script: SQL) async throws(DatabaseError) {
        try await run(script)
        // The server is to tell the next statements apart as this does.
        try await connection.pinStrings()
    }

    private func run(_ script: SQL) async throws(DatabaseError) {
        let statements = SQLStatement.all(in: script.text, .postgresql)
        if statements.count > 1, statements.contains(where: Self.isOfTransaction) {
            for statement in statements { try await execute(SQL(raw: statement.text)) }
            return
        }
        if try await connection.isInTransaction() {
            if statements.contains(where: Self.ends) { try await refuseShared() }
            return try await connection.execute(script)
        }
        guard let first = statements.first, !Self.isOfTransaction(first) else {
            return try await connection.execute(script)
        }
        try await connection.execute("BEGIN")
        do {
            try await connection.execute(script)
            try await refuseShared()
            try await connection.execute("COMMIT")
        } catch {
            // In a task of its own, since a cancelled one can't send anything.
            await Task { try? await connection.execute("ROLLBACK") }.value
            guard error.code == Self.activeTransaction, statements.count == 1 else { throw error }
            if ["VACUUM", "REINDEX", "CLUSTER"].contains(first.words.first) { return }
            guard let other = Self.inTransaction(first) else { throw error }
            try await execute(other)
        }
    }

    private static let activeTransaction = "25001"

    private static func isOfTransaction(_ statement: SQLStatement) -> Bool {
        let words: Set = ["BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE"]
        return words.contains(statement.words.first ?? "")
    }

    /// `PREPARE TRANSACTION` keeps what it has written for later.
    private static func ends(_ statement: SQLStatement) -> Bool {
        ["COMMIT", "END", "PREPARE"].contains(statement.words.first ?? "")
    }

    /// The statement without `CONCURRENTLY`, and with what else it holds at its place; `nil` where it has none.
    private static func inTransaction(_ statement: SQLStatement) -> SQL? {
        guard let word = statement.tokens.first(where: { statement.keyword($0) == "CONCURRENTLY" }) else { return nil }
        let blank = String(repeating: " ", count: word.range.count)
        return SQL(
            raw: statement.text(0..<word.range.lowerBound) + blank
                + statement.text(word.range.upperBound..<statement.source.count))
    }

    /// GRANT lets go of its lock at once; what it wrote is what the transaction sees though it is not committed.
    private static func isWritten(_ row: String) -> SQL {
        """
        CASE WHEN age(\(raw: row).xmin) <= 0
          THEN txid_status((txid_current() >> 32 << 32) + \(raw: row).xmin::text::bigint) = 'in progress' END
        """
    }

    /// What would run code while the transaction is committed runs before it is looked at: deferred triggers, and cursors
    /// that outlive it.
    private static let pending: SQL = "SET CONSTRAINTS ALL IMMEDIATE; CLOSE ALL"

    /// Roles and their settings and members, databases, tablespaces, and what is said of them. Who owns what is a shared
    /// catalog, too, and everything that is made writes to it.
    private func refuseShared() async throws(DatabaseError) {
        try await connection.execute(Self.pending)
        let rows = try await connection.lookUp(
            """
            SELECT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE l.pid = pg_backend_pid() AND l.mode = 'RowExclusiveLock' AND c.relisshared AND c.relkind = 'r'
              AND c.relname NOT IN ('pg_shdepend', 'pg_subscription')
            UNION ALL SELECT 'pg_database' FROM pg_database d WHERE \(Self.isWritten("d"))
            UNION ALL SELECT 'pg_tablespace' FROM pg_tablespace s WHERE \(Self.isWritten("s"))
            LIMIT 1
            """)
        guard let catalog = rows.first?[0].text else { return }
        throw DatabaseError(
            .unsafe, message: "this writes to \(catalog), which is of the whole server and no part of a schema",
            hint: "a scratch database of a role that may make no others has that role's own rights, with which nothing "
                + "else may be changed; take it out, or use a private server scratch: local")
    }
}
