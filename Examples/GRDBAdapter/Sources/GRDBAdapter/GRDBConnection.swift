public import AutogenConnection
public import AutogenSchema
public import GRDB

/// Lets autogen work on a database that an application has open with GRDB.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.allowsUnsafeTransactions = true
/// let queue = try DatabaseQueue(path: "crew.db", configuration: configuration)
/// try await SchemaMigrator(connection: GRDBConnection(queue), project: Project(root: "Database")).upgrade()
/// ```
///
/// The queue must allow what GRDB calls unsafe transactions: autogen begins and commits its own, in several accesses.
/// Nothing else may use the queue meanwhile.
public struct GRDBConnection: Connection {
    private let queue: DatabaseQueue

    public init(_ queue: DatabaseQueue) { self.queue = queue }

    public var dialect: Dialect { .sqlite }

    public func serverVersion() async throws(AutogenConnection.DatabaseError) -> ServerVersion {
        let text = try await query("SELECT sqlite_version() AS version").first?.string("version") ?? ""
        guard let version = ServerVersion(text) else {
            throw AutogenConnection.DatabaseError(.result, message: "SQLite reports no version")
        }
        return version
    }

    public func query(_ sql: AutogenSchema.SQL) async throws(AutogenConnection.DatabaseError) -> Rows {
        try await access { database in
            let cursor = try GRDB.Row.fetchCursor(database, sql: sql.text)
            let columns = try database.makeStatement(sql: sql.text).columnNames
            var values: [Value] = []
            while let row = try cursor.next() { values += row.databaseValues.map(Value.init) }
            return Rows(columns: columns, values: values)
        }
    }

    public func execute(_ script: AutogenSchema.SQL) async throws(AutogenConnection.DatabaseError) {
        try await access { try $0.execute(sql: script.text) }
    }

    public func isInTransaction() async throws(AutogenConnection.DatabaseError) -> Bool {
        try await access { $0.isInsideTransaction }
    }

    /// The queue stays the application's.
    public func close() async {}

    private func access<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(AutogenConnection.DatabaseError) -> Result {
        do {
            return try await queue.writeWithoutTransaction { try body($0) }
        } catch {
            throw AutogenConnection.DatabaseError(error)
        }
    }
}

extension Value {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob(Array(data))
        }
    }
}

extension AutogenConnection.DatabaseError {
    /// What the engine heeds is the reason: `locked` is tried again, `cancelled` is no fault of a script.
    fileprivate init(_ error: any Error) {
        guard let error = error as? GRDB.DatabaseError else {
            self.init(error is CancellationError ? .cancelled : .connection, message: "\(error)")
            return
        }
        let reason: Reason =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
            case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_IOERR: .connection
            default: .statement
            }
        self.init(reason, code: "\(error.extendedResultCode)", message: error.message ?? "\(error)")
    }
}
