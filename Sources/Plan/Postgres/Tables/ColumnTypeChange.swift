import AutogenDiff
import AutogenSchema

/// `ALTER COLUMN ... TYPE`: which dependants must be out of the way, and whether the values need `USING`.
enum ColumnTypeChange {
    /// What the server doesn't convert by itself: views, rules, policies and triggers that name the column, generated
    /// columns computed from it, and, when the type is of another family, its default and the keys it takes part in
    /// (<https://www.postgresql.org/docs/current/sql-altertable.html>).
    static func disturbed(
        by change: Alteration, from: Column, to: Column, in context: ObjectPlan
    ) -> Set<ObjectID> {
        let close =
            TypeFamily.areClose(from.type, to.type) && !isRemade(change.id, in: context)
            && !ColumnAsText.isSetAside(change.id, in: context)
        let table = ObjectID(.table, path: change.id.relationPath)
        if PartitionKey.holds(change.id.name, of: table, in: context.from) { return [table] }
        let typeChange = TypeChange(isClose: close, wasText: TypeFamily.isText(from.type))
        func open<R: PostgresRule>(_ rule: R.Type, _ id: ObjectID) -> Bool {
            rule.mustMakeWay(context.from.body(id, as: R.Body.self), for: typeChange)
        }
        return (context.dependents[change.id] ?? []).filter { id in
            PostgresRules.rule(for: id.kind).map { open($0, id) } ?? false
                || PartitionIndexes.losesParts(id, in: context)
        }
    }

    /// Whether a column gets another type, or the successor of its own.
    static func happens(_ change: Alteration, in context: ObjectPlan) -> Bool {
        change.touches("type") || change.touches("collation") || change.differences.isEmpty
            || isRemade(change.id, in: context) || isSortedAnew(change.id, in: context)
            || ColumnAsText.isSetAside(change.id, in: context)
    }

    /// Whether the collation of a column is made anew.
    private static func isSortedAnew(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        context.from.needs(of: column).contains { $0.kind == .collation && context.isTornDown($0) }
    }

    /// Whether the type of a column is made anew, perhaps as one of another kind.
    static func isRemade(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        context.from.needs(of: column).contains {
            context.isTornDown($0) && ($0.kind.isColumnType || $0.kind == .extension)
        }
    }

    /// In UTC the server takes the bytes of a time with a zone for those of one without, and writes no row anew
    /// (<https://www.postgresql.org/docs/release/12.0/>): the session's zone says what `AT TIME ZONE` would. A precision
    /// would be applied to each value.
    private static func inUTC(
        _ change: Alteration, from: Column, to: Column, head: SQL, in context: ObjectPlan
    ) -> [Statement]? {
        let plain: Set = ["timestamp without time zone", "timestamp with time zone"]
        guard plain.contains(from.type), plain.contains(to.type), !isRemade(change.id, in: context),
            context.decisions.zones[change.id]?.uppercased() == "UTC"
        else { return nil }
        let sql: SQL = "ALTER COLUMN \(name: change.id.name) TYPE \(raw: to.type)"
        let hazards = [Hazard.fill(change.id, "its times are taken for those of the zone UTC")]
        return [Statement("SET LOCAL timezone = 'UTC'"), Statement(head: head, sql, hazards: hazards)]
    }

    static func statements(
        _ change: Alteration, from: Column, to: Column, head: SQL, in context: ObjectPlan
    ) -> [Statement] {
        if ColumnAsText.isSetAside(change.id, in: context) {
            return ColumnAsText.statements(returning: change.id, to, in: context)
        }
        if let statements = inUTC(change, from: from, to: to, head: head, in: context) { return statements }
        let isRemade = isRemade(change.id, in: context)
        let conversion = ValueConversion(of: change.id, from: from.type, to: to.type, isRemade: isRemade, in: context)
        var sql: SQL = "ALTER COLUMN \(name: change.id.name) TYPE \(raw: to.type)"
        if let collation = to.collation { sql += " COLLATE \(raw: collation)" }
        if let expression = conversion.expression { sql += " USING \(expression)" }
        // What is computed has no values of its own.
        let isComputed = from.generated != nil && to.generated != nil
        let losses = conversion.hazards.contains { $0.kind == .dataLoss } ? collisions(change.id, in: context) : []
        let hazards = (conversion.hazards + losses).filter { !isComputed || $0.object == nil }
        let statement = Statement(head: head, sql, hazards: hazards)
        guard let zone = conversion.sessionZone else { return [statement] }
        return [Statement("SET LOCAL timezone = \(literal: zone)"), statement, ValueConversion.reset]
    }

    /// What is said of keys that stay and are built anew: values of which something is lost may be the same after it.
    private static func collisions(_ column: ObjectID, in context: ObjectPlan) -> [Hazard] {
        (context.dependents[column] ?? []).sorted().filter { id in
            !context.isTornDown(id) && IndexParts.Likeness(context.from[id]?.definition)?.isUnique == true
        }.map { .mayFail("fails if two values of \(column.name) become equal, which \($0.name) does not allow") }
    }
}
