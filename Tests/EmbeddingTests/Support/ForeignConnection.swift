import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Foundation
import TestSupport

/// A connection of an application's own type, which says nothing of transactions.
struct ForeignConnection: Connection {
    let inner: any Connection

    var dialect: Dialect { inner.dialect }
    func serverVersion() async throws(DatabaseError) -> ServerVersion { try await inner.serverVersion() }
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows { try await inner.query(sql) }
    func execute(_ script: SQL) async throws(DatabaseError) { try await inner.execute(script) }
    func close() async { await inner.close() }
}

/// An empty database of each engine.
func withDatabase(
    _ dialect: Dialect, _ body: @escaping @Sendable (any Connection) async throws -> Void
) async throws {
    switch dialect {
    case .postgresql: try await TestServer.with("", body)
    case .sqlite:
        try await TestProvider().withConnection(to: .memory, for: .create, body)
    }
}

extension ProjectFolder {
    var project: Project { Project(root: path) }
}
