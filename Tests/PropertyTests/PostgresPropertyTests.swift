import Testing

/// Random pairs of PostgreSQL schemas, migrated there and back.
///
/// `AUTOGEN_PAIRS` says how many, `AUTOGEN_SEED` the seed of the first (each pair has its own, one more than that of the
/// one before), `AUTOGEN_SHRINK` how many failures are made small, `AUTOGEN_FOCUS` what the schemas have most of.
struct PostgresPropertyTests {
    @Test func migratesBetweenRandomSchemas() async throws {
        let settings = PairSettings(usualCount: 60)
        var shrinks = settings.shrinks
        var summary = Summary()
        print(settings)
        try await withThrowingTaskGroup(of: (UInt64, Result<PairCheck.Outcome, Failure>).self) { group in
            for seed in settings.seeds {
                if seed >= settings.seeds.lowerBound + 3, let done = try await group.next() { await note(done) }
                group.addTask { (seed, try await Self.result(seed, settings.focus)) }
            }
            for try await done in group { await note(done) }
        }
        print(summary)

        func note(_ done: (seed: UInt64, result: Result<PairCheck.Outcome, Failure>)) async {
            switch done.result {
            case .success(let outcome): summary.add(outcome)
            case .failure(var failure):
                var pair = SchemaPair(seed: done.seed, focus: settings.focus)
                if shrinks > 0 {
                    shrinks -= 1
                    var shrinker = Shrinker(pair, failure) { _ = try await PairCheck($0, seed: done.seed).run() }
                    (pair, failure) = await shrinker.shrunk()
                    Issue.record("\(Report.text(seed: done.seed, pair, failure))")
                } else {
                    // Whoever asks for one pair wants to see it.
                    let isAlone = settings.seeds.count == 1
                    let text = isAlone ? Report.text(seed: done.seed, pair, failure) : "pair \(done.seed): \(failure)"
                    Issue.record("\(text)")
                }
            }
        }
    }

    private static func result(_ seed: UInt64, _ focus: Focus?) async throws -> Result<PairCheck.Outcome, Failure> {
        do { return .success(try await PairCheck(SchemaPair(seed: seed, focus: focus), seed: seed).run()) } catch let
            failure
            as Failure
        {
            return .failure(failure)
        }
    }
}
