import AutogenConnection
import AutogenSchema

/// Reads a scratch database as if the migrating role had worked in it, and not the role of the run.
struct ScratchReader: Connection {
    private let connection: any Connection
    private let role: String

    init(connection: any Connection, role: String) {
        self.connection = connection
        self.role = role
    }

    var dialect: Dialect { connection.dialect }
    func serverVersion() async throws(DatabaseError) -> ServerVersion { try await connection.serverVersion() }
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows { renamed(try await connection.query(sql)) }
    func execute(_ script: SQL) async throws(DatabaseError) { try await connection.execute(script) }
    func isInTransaction() async throws(DatabaseError) -> Bool { try await connection.isInTransaction() }
    /// The lender closes it.
    func close() async {}

    func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] {
        try await connection.batch(queries).map(renamed)
    }

    /// A role is a value of its own, or one of an array: of names, or of entries of an access list.
    private func renamed(_ rows: Rows) -> Rows {
        var values: [Value] = []
        values.reserveCapacity(rows.count * rows.columns.count)
        for row in rows { for position in rows.columns.indices { values.append(renamed(row[position])) } }
        return Rows(columns: rows.columns, values: values)
    }

    private func renamed(_ value: Value) -> Value {
        guard case .text(let text) = value, text.utf8.count >= role.utf8.count else { return value }
        if text == role { return .text(Role.migrating) }
        // The name of the role is random, so nothing else has it in itself.
        guard text.utf8.first == UInt8(ascii: "{"), text.contains(role) else { return value }
        return .text(text.replacing(role, with: Role.migrating))
    }
}
