import AutogenConnection
import AutogenDiff
import AutogenPostgresConnection
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

@testable import AutogenRevisions

/// A script that loses or mixes up values is no proof, though it leads to the right schema.
@Suite struct RowProofTests {
    private struct NewDatabases: ScratchProvider {
        let dialect: Dialect

        func withScratch<Result: Sendable>(
            _ body: @Sendable (any Connection) async throws -> Result
        ) async throws -> Result {
            guard dialect == .postgresql else {
                return try await body(SQLiteConnection.open(.memory, mode: .create))
            }
            let result = Box<Result>()
            try await withPostgres { url in
                let connection = try await PostgresConnection.open(url)
                result.value = try await body(connection)
                await connection.close()
            }
            return try #require(result.value)
        }

        private final class Box<Value: Sendable>: @unchecked Sendable { var value: Value? }
    }

    private func catalog(_ sql: String, _ dialect: Dialect) async throws -> Catalog {
        try await NewDatabases(dialect: dialect).withScratch { connection in
            try await connection.execute(SQL(raw: sql))
            return try await Reflector.catalog(of: connection)
        }
    }

    private func proofs(
        of scenario: RowScenario, _ scripts: [(upgrade: String, downgrade: String)]
    ) async throws -> [Proof] {
        let dialect = scenario.dialect
        let start = try await catalog(scenario.start, dialect)
        let target = try await catalog(scenario.target, dialect)
        let history = [try script("w", dialect: dialect.rawValue, upgrade: scenario.start)]
        var proofs: [Proof] = []
        for (upgrade, downgrade) in scripts {
            let script = try script(
                "x", after: "w", dialect: dialect.rawValue, upgrade: upgrade, downgrade: downgrade)
            proofs.append(
                try await Prover(scratch: NewDatabases(dialect: dialect)).prove(
                    script, from: start, to: target, history: history))
        }
        return proofs
    }

    @Test(arguments: RowScenario.all)
    func faultsAreFound(_ scenario: RowScenario) async throws {
        let right = (scenario.upgrade, scenario.downgrade)
        let wrong = scenario.faults.map { fault in
            fault.direction == .upgrade
                ? (scenario.upgrade.replacing(fault.text, with: fault.replacement), scenario.downgrade)
                : (scenario.upgrade, scenario.downgrade.replacing(fault.text, with: fault.replacement))
        }
        let proofs = try await proofs(of: scenario, [right] + wrong)
        #expect(proofs[0].isComplete, "\(scenario.name): \(proofs[0].upgrade) \(proofs[0].downgrade)")
        #expect(proofs[0].rows?.bare == [] && proofs[0].rows?.refusal == nil, "\(String(describing: proofs[0].rows))")
        for (proof, (fault, texts)) in zip(proofs.dropFirst(), zip(scenario.faults, wrong)) {
            #expect(texts != right, "\(fault.text) is not in the script")
            // It is found by the rows, and not by the schema.
            guard case .values(let lines) = proof.outcome(fault.direction) else {
                Issue.record("\(scenario.name): \(fault.replacement): \(proof.upgrade) \(proof.downgrade)")
                continue
            }
            #expect(!lines.isEmpty)
        }
    }

    @Test func thereAreFortyOfFourKinds() {
        let faults = RowScenario.all.flatMap(\.faults)
        #expect(faults.count >= 40)
        #expect(Set(faults.map(\.kind)).count == 4)
    }
}
