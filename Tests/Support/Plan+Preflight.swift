public import AutogenConnection
public import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// What a look at the rows says before a plan is run.
public struct Foresight: Sendable {
    public let faults: [String]
    public let unknown: [String]

    public init(of plan: Plan, on connection: any Connection) async throws {
        var revision = Revision(
            id: .random(), downRevisions: [], message: "plan", created: .now(), dialect: connection.dialect,
            upgrade: ScriptText.text(of: plan.statements, in: connection.dialect))
        if connection.dialect == .postgresql { revision.settings = .pinned }
        let script = try RevisionScript(parsing: ScriptText.text(of: revision), file: "plan.sql")
        let findings = try await Preflight(connection: connection).findings(of: [script], .upgrade)
        faults = findings.filter(\.isFault).map { "\($0.place): \($0)" }
        unknown = findings.filter { !$0.isFault }.map { "\($0.place): \($0)" }
    }
}
