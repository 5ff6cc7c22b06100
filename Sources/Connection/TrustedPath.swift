package import AutogenSchema

extension Connection {
    /// Runs a query on the catalogs in which every function and operator is the server's own.
    ///
    /// Whoever may make objects in a schema of the search path can make a function or an operator that fits the
    /// arguments of a call better than the server's, and so is called in its place, with the rights of who asks
    /// (<https://www.postgresql.org/docs/current/typeconv-func.html>).
    package func lookUp(_ query: SQL) async throws(DatabaseError) -> Rows {
        try await self.query(query, under: dialect.session.trustedPath)
    }

    /// Runs a query under settings that end with it, such as `SET LOCAL ...`; as it is where there are none.
    ///
    /// Neither they nor an error leave a trace: outside of a transaction the query has one of its own, which can't write, and
    /// inside of one it has a savepoint.
    package func query(_ query: SQL, under settings: [SQL]) async throws(DatabaseError) -> Rows {
        guard !settings.isEmpty else { return try await self.query(query) }
        let isNested = try await isInTransaction()
        let before: [SQL] = [isNested ? "SAVEPOINT autogen_look" : "BEGIN READ ONLY"] + settings
        let undo: [SQL] =
            isNested ? ["ROLLBACK TO SAVEPOINT autogen_look", "RELEASE SAVEPOINT autogen_look"] : ["ROLLBACK"]
        do {
            return try await batch(before + [query] + undo)[before.count]
        } catch {
            // The first error is the one to report; a cancelled task could not send what undoes.
            await Task { for sql in undo { try? await execute(sql) } }.value
            throw error
        }
    }
}
