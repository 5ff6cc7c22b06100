import AutogenConnection
import AutogenSchema

/// Makes the roles that a schema declares and the server lacks, marked so that they go with the scratch database.
///
/// They get no right to sign in and none of their declared options: all they are for is to be named by grants and owners.
struct RoleKeeper {
    private let roles: [LoadPlan.DeclaredRole]
    private(set) var notes: [Note] = []
    private(set) var problems: [SourceProblem] = []

    init(_ plan: LoadPlan) { roles = plan.roles }

    /// Before the script runs.
    mutating func prepare(_ connection: any Connection) async throws {
        guard !roles.isEmpty else { return }
        let administrator = (connection as? ScratchConnection)?.administrator
        var known: Set<String> = []
        for row in try await connection.lookUp("SELECT rolname FROM pg_catalog.pg_roles") {
            known.insert(try row.string("rolname").exact)
        }
        var seen: Set<String> = []
        for role in roles where seen.insert(role.name.exact).inserted {
            let file = role.statement.file
            let offset = role.statement.range.lowerBound
            do throws(DatabaseError) {
                let isMade =
                    if let administrator {
                        try await StandInRoles.take(role.name, for: administrator.role, administrator.connection)
                    } else {
                        try await make(role.name, known, on: connection)
                    }
                let text =
                    isMade
                    ? "role \(role.name): the server lacks it; one without rights stood in while the schema was read"
                    : "role \(role.name): the server has it, and it stays as it is"
                notes.append(Note(isMade ? .warning : .note, file, at: offset, text))
            } catch {
                guard error.reason == .statement else { throw error }
                var error = error
                error.hint = error.hint ?? "create the role on the server by hand: autogen may not"
                problems.append(SourceProblem(file, at: offset, error))
            }
        }
    }

    /// On a connection of the caller's own, which keeps what is made; false where the server has the role.
    private func make(
        _ name: String, _ known: Set<String>, on connection: any Connection
    ) async throws(DatabaseError) -> Bool {
        guard !known.contains(name.exact) else { return false }
        do throws(DatabaseError) {
            if connection is ScratchConnection {
                throw DatabaseError(.statement, code: "42501", message: "permission denied to create role")
            }
            try await connection.execute(
                """
                CREATE ROLE \(name: name) NOLOGIN;
                COMMENT ON ROLE \(name: name) IS \(literal: StandInRoles.mark)
                """)
        } catch {
            // Somebody else has made it since.
            guard error.code == "42710" || error.code == "23505" else { throw error }
        }
        return true
    }
}
