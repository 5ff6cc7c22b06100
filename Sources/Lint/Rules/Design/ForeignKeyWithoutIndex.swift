import AutogenSQLText
import AutogenSchema

/// No index leads from the referenced table back: each `DELETE` and each change of a key there reads all rows
/// here.
///
/// ```sql
/// CREATE INDEX CONCURRENTLY orders_user_id_idx ON orders (user_id);
/// ```
enum ForeignKeyWithoutIndex: LintRule {
    static let code = "foreign-key-without-index"
    static let severity = LintSeverity.note

    static func faults(in script: LintScript) -> [LintFault] {
        let keys = script.new(.constraint).filter {
            script.after.body($0, as: Constraint.self)?.type == .foreignKey
        }
        guard !keys.isEmpty else { return [] }
        let served = indexedColumns(script.after)
        return keys.compactMap { id in
            guard let key = script.after.body(id, as: Constraint.self),
                !(served[id.tablePath] ?? []).contains(where: {
                    Set($0.prefix(key.columns.count)) == Set(key.columns)
                })
            else { return nil }
            return script.fault(
                "no index of \(SQL.dotted(id.tablePath)) begins with \(key.columns.joined(separator: ", "))",
                "CREATE INDEX over the columns of the foreign key", of: id, columns: key.columns,
                fix: fix(id, key, in: script))
        }
    }

    private static func fix(_ id: ObjectID, _ key: Constraint, in script: LintScript) -> String? {
        let place = script.statement(of: id, columns: key.columns)
        guard script.statements.indices.contains(place) else { return nil }
        let isApart = !script.isNew(table: id.tablePath) && script.dialect.lint.locksByTable
        let name = ([id.tablePath.last ?? ""] + key.columns + ["idx"]).joined(separator: "_")
        let words = isApart ? "INDEX CONCURRENTLY" : "INDEX"
        let index: SQL = "CREATE \(raw: words) \(name: name) ON \(name: id.tablePath) (\(names: key.columns));"
        let own = "\(script.statements[place].sql.text);"
        return isApart
            ? "-- before, in a script with -- transaction: no\n\(index)\n-- and then\n\(own)" : "\(own)\n\(index)"
    }

    /// The columns of indexes that find every row, by table.
    private static func indexedColumns(_ catalog: Catalog) -> [[String]: [[String]]] {
        var found: [[String]: [[String]]] = [:]
        for object in catalog.objects {
            // One of some rows, or over expressions besides, finds not every row.
            if case .index(let index) = object.definition, index.predicate.value == nil, !index.invalid,
                !index.hasExpressions.value
            {
                found[index.table, default: []].append(index.columns)
            }
            if case .constraint(let key) = object.definition, key.type == .primaryKey || key.type == .unique {
                found[object.id.tablePath, default: []].append(key.columns)
            }
        }
        return found
    }
}
