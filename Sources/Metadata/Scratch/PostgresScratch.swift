import AutogenConnection
import AutogenSchema

/// A temporary database on a PostgreSQL server.
struct PostgresScratch {
    let name: ScratchName
    private let admin: any Connection
    private let version: ServerVersion

    static func with<T: Sendable>(
        on server: DatabaseURL, provider: any ConnectionProvider, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        try await provider.withConnection(to: server, for: .readWrite) { admin in
            let model = try await ScratchModel.read(admin)
            let scratch = PostgresScratch(
                name: ScratchName(created: model.now), admin: admin, version: try await admin.serverVersion())
            await StaleScratches.remove(admin, now: model.now)
            do {
                try await scratch.create(like: model)
                let url = server.replacing(database: "\(scratch.name)")
                let result = try await provider.withConnection(to: url, for: .readWrite) { connection in
                    do {
                        let result = try await body(connection)
                        try await SubscriptionCleanup.run(on: connection)
                        return result
                    } catch {
                        // A task of its own, since a cancelled one can't send anything.
                        try? await Task { try await SubscriptionCleanup.run(on: connection) }.value
                        throw error
                    }
                }
                try await scratch.remove()
                return result
            } catch {
                // The error at hand is the one to report; what can't be removed now is removed by a later run.
                try? await scratch.remove()
                throw error
            }
        }
    }

    private func create(like model: ScratchModel) async throws {
        if let error = try await admin.refusal(of: model.creation(of: name, version: version)) {
            // 42501 is insufficient_privilege.
            throw ScratchError(error.code == "42501" ? .notAllowed(user: model.user, error) : .refused(error))
        }
        if let path = model.searchPath {
            try await admin.execute("ALTER DATABASE \(name: "\(name)") SET search_path = \(raw: path)")
        }
        for (setting, value) in model.settings {
            try await admin.execute("ALTER DATABASE \(name: "\(name)") SET \(name: setting) = \(literal: value)")
        }
    }

    /// Drops the database, and the roles that stood in for declared ones.
    ///
    /// In a task of its own, since a cancelled one can't send anything.
    private func remove() async throws {
        let (name, admin, version) = (name, admin, version)
        try await Task {
            // FORCE came with version 13.
            let force: SQL = version.major >= 13 ? " WITH (FORCE)" : ""
            try await admin.execute("DROP DATABASE IF EXISTS \(name: "\(name)")" + force)
            try await StandInRoles.remove(of: "\(name)", admin)
        }.value
    }
}
