import AutogenConnection
import AutogenSchema

/// Makes the roles that a schema declares and the server lacks, marked so that they go with the scratch database.
///
/// They get no right to sign in and none of their declared options: all they are for is to be named by grants and owners.
struct RoleKeeper {
    private let roles: [LoadPlan.Role]
    /// `DO` blocks that make roles, which belong to the server as well.
    private let blocks: [SourceStatement]
    private var database = ""
    private var known: Set<String> = []
    private(set) var notes: [Note] = []
    private(set) var problems: [SourceProblem] = []

    init(_ plan: LoadPlan) {
        roles = plan.roles
        blocks = plan.steps.lazy.map(\.statement).filter { statement in
            guard statement.starts(with: "DO") else { return false }
            let text = statement.text.lowercased()
            return text.contains("create role") || text.contains("create user")
        }
    }

    private var isIdle: Bool { roles.isEmpty && blocks.isEmpty }

    /// Before the script runs.
    mutating func prepare(_ connection: any Connection) async throws {
        guard !isIdle else { return }
        for row in try await connection.query("SELECT rolname, current_database() AS database FROM pg_catalog.pg_roles")
        {
            known.insert(try row.string("rolname").exact)
            database = try row.string("database")
        }
        for role in roles {
            let file = role.statement.file
            let offset = role.statement.range.lowerBound
            guard known.insert(role.name.exact).inserted else {
                notes.append(
                    Note(.note, file, at: offset, "role \(role.name): the server has it, and it stays as it is"))
                continue
            }
            if var error = try await connection.refusal(
                of: "CREATE ROLE \(name: role.name) NOLOGIN; \(mark(role.name))")
            {
                // Somebody else has made it since.
                if error.code == "42710" || error.code == "23505" { continue }
                error.hint = error.hint ?? "create the role on the server by hand: autogen may not"
                problems.append(SourceProblem(file, at: offset, error))
            } else {
                let text =
                    "role \(role.name): the server lacks it; one without rights stood in while the schema was read"
                notes.append(Note(.warning, file, at: offset, text))
            }
        }
    }

    /// After the script has run.
    mutating func finish(_ connection: any Connection) async throws {
        guard !blocks.isEmpty else { return }
        for row in try await connection.query("SELECT rolname FROM pg_catalog.pg_roles") {
            let name = try row.string("rolname")
            guard !known.contains(name.exact), let block = blocks.first(where: { $0.text.contains(name) }) else { continue }
            try await connection.execute(mark(name))
            let text = "role \(name): made by this block on the server, and removed again"
            notes.append(Note(.warning, block.file, at: block.range.lowerBound, text))
        }
    }

    private func mark(_ name: String) -> SQL {
        "COMMENT ON ROLE \(name: name) IS \(literal: ScratchName.roleMark(database))"
    }
}
