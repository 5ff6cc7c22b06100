import AutogenConnection
import AutogenPlan
import AutogenSchema

/// Finds the ends of batches, one behind the other.
struct BatchCursor {
    let statement: BatchedStatement
    private var batch: BatchComment { statement.comment }
    private(set) var place: BatchPlace?
    /// How many rows were changed since the first page.
    private var changed = 0
    /// How many the time before.
    private var changedBefore: Int?
    /// How many rows the next one has: fewer than asked for where these would be locked for long.
    private var size: Int

    init(_ statement: BatchedStatement, from place: BatchPlace?) {
        self.statement = statement
        size = min(statement.comment.size, 1000)
        // What an earlier run has changed is not known.
        changed = place == nil ? 0 : 1
        switch (statement.comment.key, place) {
        case (.columns(let columns), .row(let values)) where values.count == columns.count: self.place = place
        case (.place, .page): self.place = place
        case (.columns, _), (.place, _): self.place = nil
        }
    }

    /// The condition of the next batch, and the place behind it; `nil` behind the last.
    mutating func next(on connection: any Connection) async throws -> (range: SQL, end: BatchPlace)? {
        switch batch.key {
        case .columns(let columns): try await nextRows(columns, on: connection)
        case .place: try await nextPages(on: connection)
        }
    }

    mutating func go(behind place: BatchPlace, changing rows: Int) {
        self.place = place
        changed += rows
    }

    /// Takes fewer rows the next time where a batch has taken long, since who wants one of them waits for as long.
    mutating func fit(_ time: Duration) {
        if time > .milliseconds(60) { size = max(min(batch.size, 100), size / 2) }
        if time < .milliseconds(25) { size = min(batch.size, size * 2) }
    }

    private func nextRows(
        _ columns: [String], on connection: any Connection
    ) async throws -> (range: SQL, end: BatchPlace)? {
        let names = columns.map { "\(name: $0)" as SQL }
        let table: SQL = "\(name: statement.table)"
        var start: SQL?
        if case .row(let values) = place { start = Self.row(columns.map { "\(name: $0)" }, ">", values) }
        let descending = names.map { "\($0) DESC" as SQL }
        let texts = names.enumerated().map { "\($1)::text AS \(name: "key\($0)")" as SQL }
        // The last row of the batch, which may be shorter than the others.
        let last: SQL = """
            SELECT \(texts, separator: ", ") FROM (
                SELECT \(names, separator: ", ") FROM \(table) \(start.map { "WHERE \($0) " } ?? "")\
            ORDER BY \(names, separator: ", ") LIMIT \(raw: "\(size)")
            ) batch ORDER BY \(descending, separator: ", ") LIMIT 1
            """
        guard let row = try await connection.query(last).first else { return nil }
        let values = try columns.indices.map { try row.string("key\($0)") }
        let own = columns.map(statement.column)
        var range = Self.row(own, "<=", values)
        if case .row(let earlier) = place { range = "\(Self.row(own, ">", earlier)) AND \(range)" }
        return (range, .row(values))
    }

    private static func row(_ columns: [SQL], _ sign: String, _ values: [String]) -> SQL {
        let literals = values.map { "\(literal: $0)" as SQL }
        guard columns.count > 1 else { return "\(columns, separator: "") \(raw: sign) \(literals, separator: "")" }
        return "(\(columns, separator: ", ")) \(raw: sign) (\(literals, separator: ", "))"
    }

    /// Rows that are changed get a new place, those that clients change, too: where a condition says which are done, it begins
    /// anew until there is nothing to do.
    private mutating func nextPages(on connection: any Connection) async throws -> (range: SQL, end: BatchPlace)? {
        let table = SQL.dotted(statement.table)
        let facts = try await connection.query(
            """
            SELECT pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::int8 AS pages,
                CASE WHEN c.relpages > 0 AND c.reltuples > 0 THEN c.reltuples / c.relpages ELSE 50 END::int8 AS density
            FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(\(literal: table))
            """
        ).first
        guard let facts else { return nil }
        var (page, count) = (0, try facts.int("pages"))
        if case .page(let next, let first) = place { (page, count) = (next, first) }
        // A condition that stays true would have no end.
        let isFewer = changedBefore.map { changed < $0 } ?? true
        if page >= count, changed > 0, isFewer, statement.isConditional {
            (page, count) = (0, try facts.int("pages"))
            (changedBefore, changed) = (changed, 0)
        }
        guard page < count else { return nil }
        let end = min(count, page + max(1, size / max(1, try facts.int("density"))))
        let name = statement.column("ctid")
        let range: SQL = "\(name) >= '(\(raw: "\(page)"),0)'::tid AND \(name) < '(\(raw: "\(end)"),0)'::tid"
        return (range, .page(end, of: count))
    }
}
