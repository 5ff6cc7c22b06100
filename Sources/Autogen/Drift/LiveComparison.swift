import AutogenDrift
import AutogenSchema

/// What a live database is beside what it should be, and what of that is only another name.
struct LiveComparison {
    /// Both without what the role can't see.
    let live: Catalog
    let expected: Catalog
    let names: HandRenames?
    private let comparison: SchemaFindings

    fileprivate init(live: Catalog, expected: Catalog, names: HandRenames?) {
        self.live = live
        self.expected = expected
        self.names = names
        comparison = SchemaFindings(
            live: live, expected: names?.expected ?? expected, rules: expected.dialect.rules)
    }

    /// What should be, under the names that were given by hand.
    var expectedAsNamed: Catalog { names?.expected ?? expected }

    func findings() -> [Finding] { comparison.findings() + (names?.findings ?? []) }

    /// The scripts that repair everything; the names come first in one direction and last in the other.
    func wholeRepairs() -> (restore: Repair?, adopt: Repair?) {
        let repairs = comparison.wholeRepairs()
        let named = names?.repairs
        return (
            Repair.joined([repairs.restore, named?.restore]), Repair.joined([named?.adopt, repairs.adopt])
        )
    }
}

extension SchemaMigrator {
    /// Compares a live database with a schema; what the role can't see is noted.
    func comparison(
        of live: LiveDatabase, with expected: Catalog, _ summary: inout DatabaseSummary
    ) async throws -> LiveComparison {
        let (seen, known) = live.comparable(with: expected, &summary)
        return LiveComparison(live: seen, expected: known, names: try await renamedByHand(known, seen))
    }
}
