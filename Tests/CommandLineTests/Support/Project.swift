import Foundation

/// A project in a temporary folder, and the command line run in it.
final class Project: Sendable {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "autogen-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A project that `init` made, with one file of SQL.
    convenience init(url: String = "sqlite:app.db", schema: String) async throws {
        try self.init()
        try await done("init", "--url", url)
        try write(schema, to: "schema/schema.sql")
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Writes a revision by hand.
    func writeRevision(
        _ id: String, after down: String = "none", _ dialect: String, transaction: Bool = true, upgrade: String,
        downgrade: String
    ) throws {
        try write(
            """
            -- revision: \(id)
            -- down-revision: \(down)
            -- message: \(id)
            -- dialect: \(dialect)
            -- transaction: \(transaction ? "yes" : "no")

            -- upgrade
            \(upgrade)
            -- downgrade
            \(downgrade)
            """, to: "revisions/\(id).sql")
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }

    func files(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }

    /// Every file with its contents, to see that nothing was changed.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            if let data = FileManager.default.contents(atPath: path(name)) { contents[name] = data }
        }
        return contents
    }

    func autogen(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Outcome {
        try await autogen(arguments, environment: environment)
    }

    func autogen(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Outcome {
        let program = try Program.folder.appending(path: "autogen").path
        return try await Program.run(program, arguments, in: folder, environment: environment)
    }

    struct Failed: Error {
        let arguments: [String]
        let outcome: Program.Outcome
    }

    /// Runs a command that must succeed.
    @discardableResult
    func done(_ arguments: String...) async throws -> String { try await done(arguments) }

    @discardableResult
    func done(_ arguments: [String]) async throws -> String {
        let outcome = try await autogen(arguments)
        guard outcome.status == 0 else { throw Failed(arguments: arguments, outcome: outcome) }
        return outcome.output
    }
}
