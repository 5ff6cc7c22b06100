import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Foundation
import TestSupport

/// A project in a temporary folder.
final class ProjectFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "autogen-embedding-\(UUID().uuidString)").path
        for name in ["schema", "revisions", "snapshots"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var project: Project { Project(root: path) }

    func sqliteURL(_ name: String = "app.db") throws -> DatabaseURL { try DatabaseURL("sqlite:\(path)/\(name)") }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// Writes a revision by hand, after the one before.
    @discardableResult
    func revise(
        _ number: Int, _ dialect: Dialect, up: String, down: String = "", transaction: TransactionSetting = .yes
    ) throws -> String {
        func id(_ number: Int) -> RevisionID { RevisionID("00000000000\(number)") ?? .random() }
        let revision = Revision(
            id: id(number), downRevisions: number > 1 ? [id(number - 1)] : [], message: "step \(number)",
            created: .now(),
            dialect: dialect, transaction: transaction, upgrade: up, downgrade: down)
        let name = "revisions/\(number)_\(revision.id)_step.sql"
        try write(ScriptText.text(of: revision), to: name)
        return name
    }
}

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
