import AutogenSchema

extension ConnectionProvider {
    /// Opens a connection for as long as `body` runs, and closes it whatever comes of that.
    ///
    /// ```swift
    /// try await Drivers().withConnection(to: url, for: .readWrite) { connection in
    ///     try await connection.execute("CREATE TABLE a (id integer)")
    /// }
    /// ```
    public func withConnection<Result: Sendable>(
        to url: DatabaseURL, for access: Access, _ body: (any Connection) async throws -> Result
    ) async throws -> Result {
        let connection = try await open(url, for: access)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The provider, or a pool over it where the settings ask for one.
    public func pooled(_ settings: ConnectionSettings, to url: DatabaseURL) -> any ConnectionProvider {
        settings.pool > 0 ? ConnectionPool(of: self, to: url, keeping: settings.pool) : self
    }
}
