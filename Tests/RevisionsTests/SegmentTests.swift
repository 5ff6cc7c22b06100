import AutogenSchema
import Testing

@testable import AutogenRevisions

/// What runs in one transaction, and what alone.
@Suite struct SegmentTests {
    @Test(
        arguments: [
            ("CREATE INDEX CONCURRENTLY i ON a (id)", true), ("create unique index concurrently i on a (id)", true),
            ("CREATE INDEX concurrently ON a (id)", true), ("CREATE INDEX i ON a (id)", false),
            ("DROP INDEX CONCURRENTLY i", true), ("DROP INDEX i", false), ("VACUUM (ANALYZE) a", true),
            ("ALTER SYSTEM SET work_mem = '1MB'", true), ("CREATE DATABASE d", true), ("DROP DATABASE d", true),
            ("CREATE TABLESPACE t LOCATION '/x'", true), ("REINDEX TABLE CONCURRENTLY a", true),
            ("REINDEX TABLE a", false), ("CLUSTER", true), ("CLUSTER a", false),
            ("ALTER TABLE a DETACH PARTITION b CONCURRENTLY", true), ("ALTER TABLE a DETACH PARTITION b", false),
            ("REFRESH MATERIALIZED VIEW CONCURRENTLY v", false), ("ALTER SUBSCRIPTION s REFRESH PUBLICATION", true),
            ("ALTER TYPE m ADD VALUE 'x'", false), ("CREATE TABLE concurrently (id int)", false),
        ]) func alone(_ sql: String, _ expected: Bool) throws
    {
        let statement = try #require(ScriptStatement.all(in: sql, .postgresql, firstLine: 1).first)
        #expect(Dialect.postgresql.migration.mustStandAlone(statement) == expected)
    }

    @Test(
        arguments: [
            ("SELECT 1; SELECT 2", "yes", "0-2"), ("SELECT 1; VACUUM; SELECT 2; SELECT 3", "yes", "0-1 1! 2-4"),
            ("BEGIN; SELECT 1; SELECT 2; COMMIT", "yes", "0-2"), ("", "yes", ""), ("VACUUM", "yes", "0!"),
            ("SELECT 1; SELECT 2", "no", "0-1 1-2"),
            ("SELECT 1; BEGIN; SELECT 2; SELECT 3; END; VACUUM", "no", "0-1 1-3 3!"),
            ("CALL p(); DO $$ BEGIN COMMIT; END $$", "no", "0! 1!"),
        ]) func segments(_ sql: String, _ transaction: String, _ expected: String) throws
    {
        let script = try script("a", dialect: "postgresql", transaction: transaction, upgrade: sql)
        let plan = try ScriptSegments(script, .upgrade, script.revision.transaction)
        let text = plan.segments.map { segment in
            segment.isTransactional
                ? "\(segment.range.lowerBound)-\(segment.range.upperBound)" : "\(segment.range.lowerBound)!"
        }
        #expect(text.joined(separator: " ") == expected)
    }

    @Test(
        arguments: [
            ("CREATE INDEX CONCURRENTLY i ON a (id)", "i a"),
            (
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I x\" ON ONLY s.\"A\" USING btree (id)",
                "I x s.A"
            ),
            ("CREATE INDEX CONCURRENTLY ON a (id)", ""), ("CREATE INDEX i ON a (id)", ""),
        ]) func namesOfIndexes(_ sql: String, _ expected: String) throws
    {
        let statement = try #require(ScriptStatement.all(in: sql, .postgresql, firstLine: 1).first)
        #expect((ConcurrentIndex(statement).map { "\($0.name) \($0.table.joined(separator: "."))" } ?? "") == expected)
    }
}
