import AutogenSchema

/// A table gets a column that must have a value and has no default, or one that must have a value loses its default:
/// programs that don't name it can't write a row any more.
///
/// They run for as long as the new release is on its way, and often longer. Give the column a default, or demand the
/// value only when all programs write it.
///
/// ```sql
/// ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';
/// -- once all programs write it
/// ALTER TABLE orders ALTER COLUMN channel DROP DEFAULT;
/// ```
enum InsertNeedsColumn: LintRule {
    static let code = "insert-needs-column"

    static func faults(in script: LintScript) -> [LintFault] {
        added(in: script) + withoutDefault(in: script)
    }

    private static func withoutDefault(in script: LintScript) -> [LintFault] {
        script.gone(.columnDefault).compactMap { value in
            let id = ObjectID(.column, path: value.path)
            guard script.mustBeGiven(id) else { return nil }
            return script.fault(
                "\(SQL.shown(id.path)) must have a value and loses its default: every INSERT that leaves it out fails",
                "keep the default until all programs write the column", of: id)
        }
    }

    private static func added(in script: LintScript) -> [LintFault] {
        script.new(.column).compactMap { id in
            guard script.mustBeGiven(id), !script.isNew(table: id.tablePath),
                !script.after.contains(ObjectID(.partition, path: id.tablePath))
            else { return nil }
            return script.fault(
                "programs that run now write rows without \(SQL.shown(id.path)), and every INSERT of theirs fails",
                "give it a default, or let it be NULL until all programs write it", of: id)
        }
    }
}

extension LintScript {
    /// Whether an `INSERT` that does not name a column fails.
    func mustBeGiven(_ id: ObjectID) -> Bool {
        guard let column = after.body(id, as: Column.self), column.notNull, !column.inherited, column.identity == nil,
            column.generated == nil
        else { return false }
        return !after.contains(ObjectID(.columnDefault, path: id.path)) && !hasDefaultOfType(id)
    }

    /// Whether a column has a domain as its type that has a default.
    func hasDefaultOfType(_ id: ObjectID) -> Bool {
        after.needs(of: id).contains { after.body($0, as: Domain.self)?.defaultExpression != nil }
    }
}
