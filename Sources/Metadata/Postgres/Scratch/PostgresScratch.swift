import AutogenConnection
import AutogenSchema

/// A temporary database on a PostgreSQL server, and the role that works in it.
struct PostgresScratch {
    let name: ScratchName
    private let admin: any Connection
    private let version: ServerVersion
    private let model: ScratchModel
    /// `nil` where the user may make none, and works with rights of its own.
    private let role: RunRole?
    private let worker: ScratchWorker

    /// - Parameters:
    ///   - place: of a server that is autogen's own and holds nothing else.
    ///   - roles: of another server, which the schema may name.
    ///   - needsRole: whether a user who can't make a lesser role is refused.
    static func with<T: Sendable>(
        on server: DatabaseURL, private place: LocalPlace? = nil, roles: LiveRoles? = nil, needsRole: Bool = false,
        naming: RoleNaming, provider: any ConnectionProvider,
        note: @escaping @Sendable (String) -> Void, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        try await provider.withConnection(to: server, for: .scratch) { admin in
            var model = try await ScratchModel.read(admin, naming).taking(place?.model)
            if let role = roles?.migrating { model.migratingRole = role }
            let name = ScratchName(created: model.now)
            if let reach = model.reach { throw ScratchError(.reaching(user: model.user, reach)) }
            if needsRole, !model.isSuperuser, !model.makesRoles { throw ScratchError(.noRole(user: model.user)) }
            let role = model.isSuperuser || model.makesRoles ? RunRole(name) : nil
            let scratch = PostgresScratch(
                name: name, admin: admin, version: try await admin.serverVersion(), model: model, role: role,
                worker: ScratchWorker(role?.name ?? model.user, inPlaceOf: naming.names(of: model.migratingRole)))
            await StaleScratches.remove(admin, now: model.now)
            do {
                try await scratch.create(roles: place?.roles ?? roles?.all ?? [], isPrivate: place != nil)
                let result = try await scratch.lend(
                    server.replacing(database: "\(name)"), isPrivate: place != nil, provider: provider, note: note, body
                )
                try await scratch.remove()
                return result
            } catch {
                // The error at hand is the one to report; what can't be removed now is removed by a later run.
                try? await scratch.remove()
                throw error
            }
        }
    }

    /// - Parameter roles: those that are to be there.
    private func create(roles: [String], isPrivate: Bool) async throws {
        do throws(DatabaseError) {
            // By this name others know that the run goes on while nothing is connected to its database.
            try await admin.execute("SELECT pg_catalog.set_config('application_name', \(literal: "\(name)"), false)")
            try await role?.create(admin, model, version)
            try await admin.execute(
                model.creation(of: name, owner: role?.name, version: version, isPrivate: isPrivate))
            if let role {
                for other in roles { _ = try await StandInRoles.take(other, for: role.name, admin) }
            }
            for setting in model.settings {
                try await admin.execute("ALTER DATABASE \(name: "\(name)") SET \(setting)")
            }
            if let role, model.isSuperuser {
                // Its own session counts, so that scans can be told. Whoever analyzes has the setting of the database.
                try await admin.execute(
                    "ALTER ROLE \(name: role.name) IN DATABASE \(name: "\(name)") SET track_counts = on")
            }
        } catch {
            guard error.reason == .statement else { throw error }
            // 42501 is insufficient_privilege.
            throw ScratchError(error.code == "42501" ? .notAllowed(user: model.user, error) : .refused(error))
        }
    }

    private func lend<T: Sendable>(
        _ url: DatabaseURL, isPrivate: Bool, provider: any ConnectionProvider,
        note: @escaping @Sendable (String) -> Void, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        guard let role else {
            return try await provider.withConnection(to: url, for: .scratch) { own in
                try await own.execute(PinnedSettings.scratch)
                return try await cleaning(own) {
                    try await body(
                        ScratchConnection(OwnRights(own), at: url, as: worker, administrator: nil, note: note))
                }
            }
        }
        return try await provider.withConnection(to: url, for: .scratch) { inside in
            if model.isSuperuser, version.major < 15 {
                // Later ones give it to the owner of the database.
                try await inside.execute("ALTER SCHEMA public OWNER TO \(name: role.name)")
            }
            let own: any Connection
            do throws(DatabaseError) {
                own = try await provider.open(role.url(url), for: .scratch)
            } catch {
                guard error.reason == .connection else { throw error }
                throw ScratchError(.noLogin(error, isPrivate: isPrivate))
            }
            let administrator = ScratchConnection.Administrator(
                connection: inside, name: model.user, isSuperuser: model.isSuperuser, role: role.name,
                migratingRole: model.migratingRole, isPrivate: isPrivate)
            do {
                try await own.execute(PinnedSettings.scratch)
                let result = try await body(
                    ScratchConnection(own, at: url, as: worker, administrator: administrator, note: note))
                await own.close()
                try await PreparedTransactions.rollBack(in: inside)
                return result
            } catch {
                await own.close()
                try? await Task { try await PreparedTransactions.rollBack(in: inside) }.value
                throw error
            }
        }
    }

    /// Drops what keeps a database from being dropped, where the user may have made it.
    private func cleaning<T>(_ connection: any Connection, _ body: () async throws -> T) async throws -> T {
        do {
            let result = try await body()
            try await PreparedTransactions.rollBack(in: connection)
            try await SubscriptionCleanup.run(on: connection)
            return result
        } catch {
            // A task of its own, since a cancelled one can't send anything.
            try? await Task {
                try await PreparedTransactions.rollBack(in: connection)
                try await SubscriptionCleanup.run(on: connection)
            }.value
            throw error
        }
    }

    /// Drops the database, its role, and the roles that stood in for declared ones.
    ///
    /// In a task of its own, since a cancelled one can't send anything.
    private func remove() async throws {
        let (name, admin, version) = (name, admin, version)
        try await Task {
            try await Self.remove("\(name)", admin, isForced: version.major >= 13)
            try await admin.execute("RESET application_name")
        }.value
    }

    /// - Parameter isForced: whether those that are connected to it are ended; version 13 and later can.
    static func remove(_ name: String, _ admin: any Connection, isForced: Bool) async throws(DatabaseError) {
        let plain: SQL = "DROP DATABASE IF EXISTS \(name: name)"
        let drop = isForced ? plain + " WITH (FORCE)" : plain
        do {
            try await admin.execute(drop)
        } catch {
            switch error.code {
            case "42809":
                // Its owner may have made it a template, which nobody can drop (wrong_object_type).
                try await admin.execute("ALTER DATABASE \(name: name) IS_TEMPLATE false")
                try await admin.execute(drop)
            case "42501" where isForced:
                // An autovacuum worker, which only a superuser may end by force, ends by itself when it is waited for.
                try await admin.execute(plain)
            default: throw error
            }
        }
        // Who may drop no role is refused one that is not there, too.
        let role = try await admin.lookUp("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = \(literal: name)")
        guard !role.isEmpty else { return }
        let taken = try await StandInRoles.taken(by: name, admin)
        try await admin.execute("DROP ROLE IF EXISTS \(name: name)")
        await StandInRoles.release(taken, admin)
    }
}
