import AutogenConnection
import AutogenMetadata
import AutogenRevisions
import AutogenSchema

/// Scratch databases as the project wants them.
struct ProjectScratch: ScratchProvider {
    let provider: any ConnectionProvider
    let setting: ScratchSetting
    let dialect: Dialect
    let server: DatabaseURL?
    let versionTable: VersionTable
    let roles: [String: String]
    let note: @Sendable (String) -> Void

    func withScratch<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result {
        do {
            return try await ScratchDatabase.with(
                setting, dialect: dialect, like: server, versionTable: versionTable.qualified,
                roles: roles, provider: provider, note: note, body)
        } catch {
            throw error.asCancellation
        }
    }
}

extension SchemaMigrator {
    func scratch(_ dialect: Dialect, server: DatabaseURL? = nil) -> ProjectScratch {
        ProjectScratch(
            provider: watched, setting: project.scratch, dialect: dialect, server: like(server, dialect),
            versionTable: project.versionTable, roles: project.roles, note: { note($0) })
    }

    private func like(_ server: DatabaseURL?, _ dialect: Dialect) -> DatabaseURL? {
        let isOwn = server == nil || server == project.url
        let server = isOwn ? project.url(for: .scratch) : server
        return server?.dialect == dialect ? server : nil
    }

    /// Runs SQL files in a scratch database and reflects it.
    func load(_ sources: [String], dialect: Dialect, folder: String, server: DatabaseURL?) async throws -> Catalog {
        let declared = try DeclaredSchema(sources: sources, folder: folder, dialect: dialect)
        step("loading \(sources.joined(separator: ", ")) in a scratch database")
        return reported(try await load(declared, server: server) { _, _ in false })
    }

    /// Runs files in a scratch database, and returns what of that is the project's.
    ///
    /// - Parameter finish: what is done once they are loaded; true where that changes the schema.
    func load(
        _ files: DeclaredSchema, server: DatabaseURL?,
        finish: @Sendable (any Connection, Catalog) async throws -> Bool
    ) async throws -> LoadedSchema {
        try await scratch(files.dialect, server: server).withScratch { connection in
            try await files.load(on: connection) { try await finish(connection, view($0)) }
        }
    }

    /// What of a schema counts, once its notes are told.
    func reported(_ loaded: LoadedSchema) -> Catalog {
        for warning in loaded.notes { note("\(warning)") }
        for option in loaded.catalog.options(beyond: project.databaseOptions).map(\.name) {
            note(
                "PRAGMA \(option) is declared, but no part of the schema: autogen.yaml needs sqlite: {options: [\(option)]}"
            )
        }
        return view(loaded.catalog)
    }

    /// The digest of the declared schema's files.
    func declaredHash(_ dialect: Dialect) throws -> String { try declaredDigest(dialect).text }

    func declaredDigest(_ dialect: Dialect) throws -> SourceDigest {
        try DeclaredSchema.digest(sources: project.sources, folder: project.root, dialect: dialect)
    }
}
