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
        script.new(.constraint).compactMap { id in
            guard let key = script.after.body(id, as: Constraint.self), key.type == .foreignKey,
                !isServed(key.columns, of: id.tablePath, in: script.after)
            else { return nil }
            let isNew = script.isNew(table: id.tablePath)
            let word = isNew || script.dialect.lint.locksByTable == false ? "INDEX" : "INDEX CONCURRENTLY"
            let name = ([id.tablePath.last ?? ""] + key.columns + ["idx"]).joined(separator: "_")
            let index: SQL =
                "CREATE \(raw: word) \(name: name) ON \(name: id.tablePath) (\(names: key.columns));"
            return script.fault(
                "no index of \(SQL.dotted(id.tablePath)) begins with \(key.columns.joined(separator: ", "))",
                "CREATE INDEX over the columns of the foreign key", of: id, columns: key.columns,
                fix: index.text)
        }
    }

    private static func isServed(_ columns: [String], of table: [String], in catalog: Catalog) -> Bool {
        func serves(_ indexed: [String]) -> Bool { Set(indexed.prefix(columns.count)) == Set(columns) }
        return catalog.ids(of: .index).contains {
            // One of some rows, or over expressions besides, finds not every row.
            catalog.body($0, as: Index.self).map { index in
                index.table == table && serves(index.columns) && index.predicate.value == nil && !index.invalid
                    && !index.hasExpressions.value
            } ?? false
        }
            || catalog.ids(of: .constraint).contains {
                guard $0.tablePath == table, let key = catalog.body($0, as: Constraint.self) else { return false }
                return (key.type == .primaryKey || key.type == .unique) && serves(key.columns)
            }
    }
}
