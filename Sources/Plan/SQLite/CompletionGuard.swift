import AutogenDiff
import AutogenSchema

/// The statement that rolls back a script of which a statement has failed, for a shell that goes on after an error.
struct CompletionGuard {
    /// Tables, views, indexes and triggers, as `sqlite_schema` has them, that must be there at the end.
    private var made: [String] = []
    /// The same that must not.
    private var gone: [String] = []
    /// Columns by table.
    private var added: [ObjectID: [String]] = [:]
    private var dropped: [ObjectID: [String]] = [:]

    init(in context: ObjectPlan) {
        let kept = Set(context.altered.values.map(\.id))
        for id in context.created.union(kept).union(context.recreated) where context.to.contains(id) {
            if let entry = Self.entry(of: id) { made.append(entry) }
        }
        let there = Set(context.to.objects.ids.compactMap(Self.entry).map(\.exact))
        for id in context.dropped {
            if let entry = Self.entry(of: id), !there.contains(entry.exact) { gone.append(entry) }
        }
        for id in context.created where id.kind == .column {
            guard let table = context.to.parent(of: id), !context.isMade(table), !kept.contains(table) else { continue }
            added[table, default: []].append(id.name)
        }
        for id in context.dropped where id.kind == .column {
            guard let table = context.from.parent(of: id), context.to.contains(table), !kept.contains(table) else {
                continue
            }
            dropped[table, default: []].append(id.name)
        }
    }

    private static func entry(of id: ObjectID) -> String? {
        switch id.kind {
        case .table, .virtualTable: "table \(id.name)"
        case .view, .index, .trigger: "\(id.kind.rawValue) \(id.name)"
        default: nil
        }
    }

    /// - Parameter checks: how many rows the guard's table has when none has failed.
    func statement(after checks: Int) -> Statement {
        var conditions: [SQL] = ["(SELECT count(*) FROM \(SQLiteEnvelope.guardTable)) = \(checks)"]
        let entries: SQL = "(SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN"
        if !made.isEmpty { conditions.append("\(entries) (\(Self.list(made)))) = \(made.count)") }
        if !gone.isEmpty { conditions.append("\(entries) (\(Self.list(gone)))) = 0") }
        for (columns, isThere) in [(added, true), (dropped, false)] {
            for (table, names) in columns.sorted(by: { $0.key < $1.key }) {
                let found: SQL =
                    "(SELECT count(*) FROM pragma_table_xinfo(\(literal: table.name), 'main') WHERE name IN"
                conditions.append("\(found) (\(Self.list(names)))) = \(isThere ? names.count : 0)")
            }
        }
        return Statement(
            """
            INSERT OR ROLLBACK INTO \(SQLiteEnvelope.guardTable) (complete)
            SELECT \(conditions, separator: "\n    AND ")
            """)
    }

    private static func list(_ names: [String]) -> SQL {
        "\(names.sorted().map { "\(literal: $0)" as SQL }, separator: ", ")"
    }
}
