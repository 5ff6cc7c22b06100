package import AutogenSchema

extension PostgresEngine: SessionEngine {
    package func begin(_ mode: TransactionMode) -> SQL {
        switch mode {
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; \(trustedPath, separator: "; ")"
        case .write: "BEGIN"
        }
    }

    package var readsInTransactions: Bool { true }

    package var trustedPath: [SQL] { ["SET LOCAL search_path = pg_catalog, pg_temp"] }

    package var pins: SettingPins? {
        SettingPins(
            local: PinnedSettings.local, current: PinnedSettings.current, lasting: PinnedSettings.lasting,
            restoring: { PinnedSettings.restoring($0, isLocal: $1) },
            statements: PinnedSettings.statements, endings: PinnedSettings.endings)
    }

    /// A savepoint can be made only inside of a transaction (SQLSTATE 25P01), and in none that has failed (25P02).
    package func probesTransaction(of connection: any Connection) async throws(DatabaseError) -> Bool {
        do {
            try await connection.execute("SAVEPOINT autogen_probe")
        } catch {
            switch error.code {
            case "25P01": return false
            case "25P02": return true
            default: throw error
            }
        }
        try await connection.execute("RELEASE SAVEPOINT autogen_probe")
        return true
    }
}
