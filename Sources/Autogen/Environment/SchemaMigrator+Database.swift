import AutogenConnection
import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SchemaMigrator {
    /// Lends the project's database: the connection that was handed over, or one of the environment's.
    func withProjectDatabase<Result: Sendable>(
        for access: Access, _ body: @escaping @Sendable (any Connection) async throws -> Result
    ) async throws -> Result {
        do { return try await lend(for: access, body) } catch { throw error.asCancellation }
    }

    private func lend<Result: Sendable>(
        for access: Access, _ body: @escaping @Sendable (any Connection) async throws -> Result
    ) async throws -> Result {
        @Sendable func use(_ connection: any Connection) async throws -> Result {
            access == .readOnly
                ? try await connection.reading { try await body(connection) } : try await body(connection)
        }
        if let lent {
            try await watched.look(at: lent)
            return try await use(lent)
        }
        let result = ResultBox<Result>()
        let (watched, url) = (watched, try databaseURL(for: access))
        let work = OnlineWork(url: url, access: access, provider: watched, project: project) { connection in
            result.put(try await use(connection))
        }
        try await environment.online(work)
        guard let result = result.take() else { throw AutogenError.notRun }
        return result
    }

    /// Lends the project's database to look at; `nil` when it is a SQLite file that was not made yet.
    func withDatabase<Result: Sendable>(
        _ body: @escaping @Sendable ((any Connection)?) async throws -> Result
    ) async throws -> Result {
        guard try isThere() else { return try await body(nil) }
        step("reading \(try databaseName())")
        return try await withProjectDatabase(for: .readOnly) { try await body($0) }
    }

    func databaseURL(for access: Access = .readOnly) throws(AutogenError) -> DatabaseURL {
        guard let url = project.url(for: access) else { throw AutogenError.noDatabase }
        return url
    }

    /// How messages call it.
    func databaseName(for access: Access = .readOnly) throws(AutogenError) -> String {
        lent == nil || project.url != nil ? "\(try databaseURL(for: access))" : "the database"
    }

    /// Whether there is a database to open: a SQLite file may not be made yet, but its folder must be there, since a path
    /// that leads nowhere is a mistake.
    func isThere() throws -> Bool {
        guard lent == nil else { return true }
        guard let path = try databaseURL().path, path != ":memory:" else { return true }
        guard !FileManager.default.fileExists(atPath: path) else { return true }
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
        let folder = String(path[..<slash])
        // A folder that can be looked into has itself in it.
        guard !FileManager.default.fileExists(atPath: folder + "/.") else { return false }
        let what =
            FileManager.default.fileExists(atPath: folder)
            ? "\(folder) is no folder, or may not be looked into" : "there is no folder \(folder)"
        throw DatabaseError(
            .connection, message: "cannot open \(path): \(what)", hint: "correct the URL, or make the folder")
    }
}
