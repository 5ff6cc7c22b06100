package import AutogenSchema

extension SQLiteEngine: SessionEngine {
    package func begin(_ mode: TransactionMode) -> SQL {
        switch mode {
        case .snapshot: "BEGIN"
        case .write: "BEGIN IMMEDIATE"
        }
    }

    /// A file is opened for reading alone.
    package var readsInTransactions: Bool { false }

    package var trustedPath: [SQL] { [] }
    package var pins: SettingPins? { nil }

    /// A transaction begins only outside of one.
    package func probesTransaction(of connection: any Connection) async throws(DatabaseError) -> Bool {
        do {
            try await connection.execute("BEGIN")
        } catch {
            guard error.reason == .statement else { throw error }
            return true
        }
        try await connection.execute("ROLLBACK")
        return false
    }
}
