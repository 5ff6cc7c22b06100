public import AutogenConnection
public import AutogenSchema

/// An empty database of the same engine that lives as long as one call.
///
/// ```swift
/// let catalog = try await ScratchDatabase.with(.auto, dialect: .postgresql, like: url, provider: provider) { connection in
///     try await connection.execute("CREATE TABLE users (id bigint PRIMARY KEY)")
///     return try await Reflector.catalog(of: connection)
/// }
/// ```
public enum ScratchDatabase {
    /// Makes the database, hands a connection to `body`, and removes it, also when `body` throws or the task is cancelled.
    ///
    /// On PostgreSQL it has the encoding, locale and default `search_path` of `live` where that is on the same server, and
    /// of the database of `setting` otherwise. Everything in it runs as a role that reaches nothing else on the server.
    /// What a killed process left behind is removed on the way.
    ///
    /// - Parameters:
    ///   - versionTable: schema and name of the table in which migrations of `live` are recorded; its owner is the role that
    ///     migrates it.
    ///   - note: told what is left out since it concerns the whole server.
    ///
    /// Throws ``ScratchError`` when there is none to be had.
    public static func with<T: Sendable>(
        _ setting: ScratchSetting = .auto, dialect: Dialect, like live: DatabaseURL? = nil,
        versionTable: [String] = [VersionTableName.standardSchema, VersionTableName.standard],
        provider: any ConnectionProvider, note: @escaping @Sendable (String) -> Void = { _ in },
        _ body: (any Connection) async throws -> T
    ) async throws -> T {
        switch dialect {
        case .sqlite:
            return try await provider.withConnection(to: .memory, for: .scratch, body)
        case .postgresql:
            return try await postgres(setting, live, versionTable, provider: provider, note: note, body)
        }
    }

    private static func postgres<T: Sendable>(
        _ setting: ScratchSetting, _ live: DatabaseURL?, _ versionTable: [String], provider: any ConnectionProvider,
        note: @escaping @Sendable (String) -> Void, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        switch setting {
        case .auto:
            guard let live, live.dialect == .postgresql else { throw ScratchError(.noServer) }
            do {
                return try await PostgresScratch.with(
                    on: live, needsRole: true, versionTable: versionTable, provider: provider, note: note, body)
            } catch let error as ScratchError where error.isOfRights {
                let place: LocalPlace
                do {
                    place = try await LocalServer.url(like: live, versionTable: versionTable, provider: provider)
                } catch let other as ScratchError where other.isOfLocalServer {
                    guard case .noRole = error.reason else { throw error }
                    // What is left to somebody who may make databases but no roles.
                    note("\(error.firstLine); your own rights are used instead")
                    return try await postgres(.sameServer, live, versionTable, provider: provider, note: note, body)
                }
                note("\(error.firstLine); a private server is used instead")
                return try await PostgresScratch.with(
                    on: place.url, private: place, versionTable: versionTable, provider: provider, note: note, body)
            }
        case .sameServer:
            guard let live, live.dialect == .postgresql else { throw ScratchError(.noServer) }
            return try await PostgresScratch.with(
                on: live, versionTable: versionTable, provider: provider, note: note, body)
        case .local:
            let place = try await LocalServer.url(like: live, versionTable: versionTable, provider: provider)
            return try await PostgresScratch.with(
                on: place.url, private: place, versionTable: versionTable, provider: provider, note: note, body)
        case .url(let url):
            guard url.dialect == .postgresql else { throw ScratchError(.wrongDialect(url, wanted: .postgresql)) }
            return try await PostgresScratch.with(
                on: url, roles: await roles(of: live, provider), versionTable: versionTable, provider: provider,
                note: note, body)
        }
    }

    /// The roles that the schema of a database names, as far as the database can be reached.
    private static func roles(of live: DatabaseURL?, _ provider: any ConnectionProvider) async -> [String] {
        guard let live, live.dialect == .postgresql else { return [] }
        let query: SQL = """
            SELECT DISTINCT r.rolname FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_roles r ON r.oid = s.refobjid
            WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND r.rolname !~ '^pg_'
              AND s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
            ORDER BY 1
            """
        let rows = try? await provider.withConnection(to: live, for: .readOnly) { connection in
            try await connection.reading { try await connection.query(query) }
        }
        return rows.map { $0.compactMap { $0[0].text } } ?? []
    }
}
