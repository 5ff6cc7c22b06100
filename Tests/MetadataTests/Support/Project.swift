import AutogenConnection
import AutogenMetadata
import AutogenSchema
import Foundation

/// A folder with schema files, gone when the test is.
final class Project: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/autogen-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Runs the files in a scratch database and hands the first column of a query over.
    func load(_ dialect: Dialect, _ sources: [String] = ["."], query: SQL) async throws -> Loaded {
        let declared = try DeclaredSchema(sources: sources, folder: path, dialect: dialect)
        let live = dialect == .postgresql ? try TestServer.url() : nil
        return try await ScratchDatabase.with(dialect: dialect, like: live, provider: TestProvider()) { connection in
            let notes = try await declared.load(on: connection) { _ in false }.notes
            let values = try await connection.query(query).map { $0[0].text ?? "NULL" }
            return Loaded(values: values, notes: notes)
        }
    }

    /// The problems that loading runs into; none when it succeeds.
    func problems(_ dialect: Dialect, _ sources: [String] = ["."]) async throws -> SchemaLoadError? {
        do {
            _ = try await load(dialect, sources, query: "SELECT 1")
            return nil
        } catch let error as SchemaLoadError {
            return error
        }
    }
}

struct Loaded: Sendable {
    let values: [String]
    let notes: [Note]
}
