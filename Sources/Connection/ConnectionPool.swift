import AutogenSchema

/// Keeps the connections to one database for the next who asks, instead of closing them.
///
/// ```swift
/// let pool = ConnectionPool(of: Drivers(), to: url, keeping: 2)
/// try await pool.withConnection(to: url, for: .readWrite) { try await $0.execute("VACUUM") }  // opened
/// try await pool.withConnection(to: url, for: .readWrite) { try await $0.execute("ANALYZE") }  // the same again
/// await pool.shutDown()
/// ```
///
/// No one waits: when all are in use, another is opened. A transaction that its user left open is rolled back; settings
/// of the session stay. Connections to other databases, scratch ones among them, are opened and closed as ever.
public actor ConnectionPool: ConnectionProvider {
    private let provider: any ConnectionProvider
    private let url: DatabaseURL
    private let limit: Int
    private var idle: [Access: [any Connection]] = [:]
    private var isShutDown = false

    /// Keeps at most `limit` connections of the provider's to this URL.
    public init(of provider: any ConnectionProvider, to url: DatabaseURL, keeping limit: Int) {
        self.provider = provider
        self.url = url
        self.limit = limit
    }

    /// Hands out a kept connection where one still answers, and opens one otherwise; another URL is the provider's.
    public func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        guard url == self.url else { return try await provider.open(url, for: access) }
        while let connection = idle[access]?.popLast() {
            if await isUsable(connection) {
                return PooledConnection(connection: connection, access: access, pool: self)
            }
            await connection.close()
        }
        return PooledConnection(connection: try await provider.open(url, for: access), access: access, pool: self)
    }

    /// Closes what is kept; connections that come back later are closed too.
    public func shutDown() async {
        isShutDown = true
        let all = idle.values.flatMap(\.self)
        idle = [:]
        for connection in all { await connection.close() }
    }

    fileprivate func take(back connection: any Connection, _ access: Access) async {
        let isClean = await isOutsideTransaction(connection)
        guard isClean, !isShutDown, idle.values.reduce(0, { $0 + $1.count }) < limit else {
            return await connection.close()
        }
        idle[access, default: []].append(connection)
    }

    private func isUsable(_ connection: any Connection) async -> Bool {
        do {
            _ = try await connection.query("SELECT 1")
            return true
        } catch {
            return false
        }
    }

    private func isOutsideTransaction(_ connection: any Connection) async -> Bool {
        do {
            if try await connection.isInTransaction() { try await connection.execute("ROLLBACK") }
            return true
        } catch {
            return false
        }
    }
}

/// A connection that goes back to its pool when it is closed.
private actor PooledConnection: Connection {
    nonisolated let dialect: Dialect
    private let connection: any Connection
    private let access: Access
    private var pool: ConnectionPool?

    init(connection: any Connection, access: Access, pool: ConnectionPool) {
        dialect = connection.dialect
        self.connection = connection
        self.access = access
        self.pool = pool
    }

    func serverVersion() async throws(DatabaseError) -> ServerVersion { try await lent().serverVersion() }
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows { try await lent().query(sql) }
    func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] { try await lent().batch(queries) }
    func execute(_ script: SQL) async throws(DatabaseError) { try await lent().execute(script) }
    func isInTransaction() async throws(DatabaseError) -> Bool { try await lent().isInTransaction() }
    func isPooled() async throws(DatabaseError) -> Bool { try await lent().isPooled() }
    func reported(_ setting: String) async -> String? { try? await lent().reported(setting) }

    func close() async {
        let owner = pool
        pool = nil
        // In a task of its own, since a cancelled one could not ask the connection anything.
        if let owner { await Task { await owner.take(back: connection, access) }.value }
    }

    private func lent() throws(DatabaseError) -> any Connection {
        guard pool != nil else {
            throw DatabaseError(.connection, message: "the connection was given back to its pool")
        }
        return connection
    }
}
