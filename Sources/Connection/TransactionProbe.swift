import AutogenSchema

extension Connection {
    public func isInTransaction() async throws(DatabaseError) -> Bool { try await probesTransaction() }

    /// Finds out whether a transaction is open by trying what an engine refuses in one of the cases.
    ///
    /// PostgreSQL takes a savepoint only inside of a transaction (SQLSTATE 25P01), and says so where that has failed
    /// (25P02); SQLite begins a transaction only outside of one.
    package func probesTransaction() async throws(DatabaseError) -> Bool {
        switch dialect {
        case .postgresql:
            do {
                try await execute("SAVEPOINT autogen_probe")
            } catch {
                switch error.code {
                case "25P01": return false
                case "25P02": return true
                default: throw error
                }
            }
            try await execute("RELEASE SAVEPOINT autogen_probe")
            return true
        case .sqlite:
            do {
                try await execute("BEGIN")
            } catch {
                guard error.reason == .statement else { throw error }
                return true
            }
            try await execute("ROLLBACK")
            return false
        }
    }
}
