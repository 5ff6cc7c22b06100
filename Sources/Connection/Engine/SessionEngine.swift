package import AutogenSchema

/// What a connection has to know of its engine.
package protocol SessionEngine: Sendable {
    /// What begins a transaction.
    func begin(_ mode: TransactionMode) -> SQL

    /// Whether who looks needs a transaction to see one state and to be kept from writing; else a connection that is
    /// opened for reading will do.
    var readsInTransactions: Bool { get }

    /// The settings of a transaction in which names without a schema are the server's own; none where nobody can put an
    /// object of theirs in the place of one.
    var trustedPath: [SQL] { get }

    /// The settings that decide what a text of SQL means, at autogen's values; `nil` where no setting does.
    var pins: SettingPins? { get }

    /// Finds out whether a transaction is open by trying what the engine refuses in one of the cases.
    func probesTransaction(of connection: any Connection) async throws(DatabaseError) -> Bool
}

/// Settings at the values that autogen reads and writes by.
package struct SettingPins: Sendable {
    /// Sets them for the transaction that is open.
    package let local: SQL
    /// Asks for the values at hand.
    package let current: SQL
    /// Sets them for the session.
    package let lasting: SQL
    /// Puts back the values that ``current`` has told, for the transaction or for the session.
    package let restoring: @Sendable (_ before: Row, _ isLocal: Bool) -> SQL
    /// The same as ``local`` for a person or the engine's shell to read.
    package let statements: [String]
    /// What ends them in a transaction that goes on.
    package let endings: [String]
}

extension Dialect {
    package var session: any SessionEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}
