public import AutogenConnection
public import AutogenRevisions
public import AutogenSchema
import Foundation

/// A project in a temporary folder.
public final class ProjectFolder: Sendable {
    public let path: String

    public init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "autogen-embedding-\(UUID().uuidString)").path
        for name in ["schema", "revisions", "snapshots"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public func sqliteURL(_ name: String = "app.db") throws -> DatabaseURL { try DatabaseURL("sqlite:\(path)/\(name)") }

    public func write(_ text: String, to name: String) throws {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Writes a revision by hand, after the one before.
    @discardableResult
    public func revise(
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

    /// Writes a revision by hand, after another one.
    public func revise(_ id: String, after down: String, _ dialect: Dialect, _ sql: String) throws {
        try write(
            """
            -- revision: \(id)
            -- down-revision: \(down)
            -- message: \(id)
            -- dialect: \(dialect)
            -- transaction: yes

            -- upgrade
            \(sql)

            -- downgrade

            """, to: "revisions/\(id).sql")
    }
}
