/// An index over a table with partitions is built on all of them in one transaction, and nobody writes to any
/// meanwhile.
///
/// The server has no `CONCURRENTLY` for the whole, but it has for each partition. The index of the whole is valid
/// as soon as the last partition's is attached.
///
/// ```sql
/// CREATE INDEX visits_day_idx ON ONLY visits (day);
/// -- in a script with "transaction: no", one partition after the other
/// CREATE INDEX CONCURRENTLY visits_2026_day_idx ON visits_2026 (day);
/// -- and at the end
/// ALTER INDEX visits_day_idx ATTACH PARTITION visits_2026_day_idx;
/// ```
enum PartitionedIndexBlocks: SlowRule {
    static let code = "partitioned-index-blocks"
    static let rewrites: Bool? = nil

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        switch statement.shape {
        case .createIndex(_, let table): script.isPartitioned(table)
        case .createTable, .createPart, .create, .alterTable, .alter, .drop, .other: false
        }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "CREATE INDEX ON ONLY the whole, one CONCURRENTLY for each partition, then ALTER INDEX ... ATTACH PARTITION"
    }
}
