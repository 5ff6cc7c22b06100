import AutogenConnection
import AutogenPlan
@testable import AutogenRevisions
import AutogenSchema
import TestSupport
import Testing

/// What autogen says that a statement takes is what somebody sees who looks on.
@Suite struct MeasurementTests {
    @Test(arguments: MeasuredStatements.all)
    func takes(_ statement: String) async throws {
        let script = try MeasuredStatements.script(statement + ";")
        let facts = try await TestServer.with(MeasuredStatements.setup) {
            try await script.measured(on: $0, splits: true)
        }
        let uses = try #require(facts).upgrade.flatMap(\.uses)
        let traced = try await LockTracer.lines(of: statement, setup: MeasuredStatements.setup)
        #expect(uses.map(Self.line).sorted() == traced, "\(statement)")
    }

    private static func line(_ use: RelationUse) -> String {
        let mode = (use.lock?.rawValue ?? "").split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
        return "\(use.relation)\(use.partitions > 0 ? " +\(use.partitions)" : "") \(mode.joined())Lock"
            // Who looks on sees only that it is read.
            + (use.effect.map { " \($0 == .copied ? "scanned" : $0.rawValue)" } ?? "")
    }
}
