import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

@testable import AutogenRevisions

/// What a plan says before anybody has run it is what running it shows.
@Suite struct ExpectedUseTests {
    @Test(arguments: MeasuredStatements.all)
    func isWhatIsMeasured(_ statement: String) async throws {
        let start = try await TestServer.with(MeasuredStatements.setup) { try await Reflector.catalog(of: $0) }
        let end = try await TestServer.with(MeasuredStatements.setup + ";\n" + statement) {
            try await Reflector.catalog(of: $0)
        }
        let plan = try Planner(rules: PostgresRules()).plan(from: start, to: end)
        guard !plan.isEmpty else { return }
        let script = try MeasuredStatements.script(ScriptText.text(of: plan.statements, in: .postgresql))
        let facts = try await TestServer.with(MeasuredStatements.setup) {
            try await script.measured(on: $0, splits: true)
        }
        func isWaitedFor(_ use: RelationUse) -> Bool { use.lock.map { $0 > .rowExclusive } == true }
        let measured = try #require(facts).upgrade.map { facts in
            // What rows are read for, and moved by, nobody waits for.
            facts.felt.uses.filter { $0.effect?.growsWithRows == true && isWaitedFor($0) }
                .map { "\($0.relation) \($0.lock?.rawValue ?? "") \($0.effect?.rawValue ?? "")" }
        }
        let expected = plan.statements.map { statement in
            statement.hazards.compactMap(\.use).filter(isWaitedFor)
                .map { "\($0.relation) \($0.lock?.rawValue ?? "") \($0.effect?.rawValue ?? "")" }
        }
        #expect(measured == expected, "\(plan.statements.map(\.sql.text))")
    }
}
