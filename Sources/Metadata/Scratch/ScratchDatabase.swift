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
    /// of the database of `setting` otherwise. What a killed process left behind is removed on the way.
    /// Throws ``ScratchError`` when there is none to be had.
    public static func with<T: Sendable>(
        _ setting: ScratchSetting = .auto, dialect: Dialect, like live: DatabaseURL? = nil,
        provider: any ConnectionProvider, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        switch dialect {
        case .sqlite:
            return try await provider.withConnection(to: .memory, for: .scratch, body)
        case .postgresql:
            let server = try server(setting, live)
            return try await PostgresScratch.with(on: server, provider: provider) { connection in
                try await connection.execute(PinnedSettings.scratch)
                return try await body(connection)
            }
        }
    }

    private static func server(_ setting: ScratchSetting, _ live: DatabaseURL?) throws(ScratchError) -> DatabaseURL {
        switch setting {
        case .auto, .sameServer:
            guard let live, live.dialect == .postgresql else { throw ScratchError(.noServer) }
            return live
        case .url(let url):
            guard url.dialect == .postgresql else { throw ScratchError(.wrongDialect(url, wanted: .postgresql)) }
            return url
        }
    }
}
