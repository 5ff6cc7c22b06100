import AutogenSchema
import TestSupport
import Testing

/// Random pairs of SQLite schemas, migrated there and back.
///
/// The settings are those of ``PostgresPropertyTests``.
struct SQLitePropertyTests {
    @Test func migratesBetweenRandomSchemas() async throws {
        let settings = PairSettings(usualCount: 150)
        var summary = Summary()
        var shrinks = settings.shrinks
        print(settings)
        for seed in settings.seeds {
            let pair = SchemaPair(seed: seed, dialect: .sqlite)
            do { summary.add(try await SQLitePairCheck(pair, seed: seed).run()) } catch let failure as Failure {
                guard shrinks > 0 else {
                    Issue.record("pair \(seed): \(failure)")
                    continue
                }
                shrinks -= 1
                var shrinker = Shrinker(pair, failure) { _ = try await SQLitePairCheck($0, seed: seed).run() }
                let (small, found) = await shrinker.shrunk()
                Issue.record("\(Report.text(seed: seed, small, found))")
            }
        }
        print(summary)
    }
}
