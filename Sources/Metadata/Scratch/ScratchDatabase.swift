package import AutogenConnection
package import AutogenSchema

/// A connection to a scratch database that others can look at while it is there.
package protocol ScratchPlace {
    /// Where it is, for whoever made it.
    var place: DatabaseURL { get }
}

/// An empty database of the same engine that lives as long as one call.
///
/// ```swift
/// let catalog = try await ScratchDatabase.with(.auto, dialect: .postgresql, like: url, provider: provider) { connection in
///     try await connection.execute("CREATE TABLE users (id bigint PRIMARY KEY)")
///     return try await Reflector.catalog(of: connection)
/// }
/// ```
package enum ScratchDatabase {
    /// Makes the database, hands a connection to `body`, and removes it, also when `body` throws or the task is cancelled.
    ///
    /// On PostgreSQL it has the encoding, locale and default `search_path` of `live` where that is on the same server, and
    /// of the database of `setting` otherwise. Everything in it runs as a role that reaches nothing else on the server.
    /// What a killed process left behind is removed on the way.
    ///
    /// - Parameters:
    ///   - versionTable: schema and name of the table in which migrations of `live` are recorded; its owner is the role that
    ///     migrates it.
    ///   - roles: what roles of `live` are called in the schema, where that is not by their own names.
    ///   - note: told what is left out since it concerns the whole server.
    ///
    /// Throws ``ScratchError`` when there is none to be had.
    package static func with<T: Sendable>(
        _ setting: ScratchSetting = .auto, dialect: Dialect, like live: DatabaseURL? = nil,
        versionTable: [String] = [VersionTableName.standardSchema, VersionTableName.standard],
        roles: [String: String] = [:], provider: any ConnectionProvider,
        note: @escaping @Sendable (String) -> Void = { _ in },
        _ body: (any Connection) async throws -> T
    ) async throws -> T {
        try await dialect.loading.withScratch(
            ScratchRequest(
                setting: setting, live: live, naming: RoleNaming(versionTable: versionTable, roles: roles)),
            provider: provider, note: note, body)
    }
}
