import AutogenSchema

/// Partitions that come and go while others use the table
/// (<https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE>).
enum OnlinePartition {
    /// Attaches a table; where it has rows, a check that has been validated says before that they belong there, so that none
    /// is looked at under the lock. The rows of the default partition are told to belong elsewhere in the same way.
    static func attaching(
        _ id: ObjectID, _ body: Partition, by attach: SQL, hazards: [Hazard], in context: ObjectPlan
    ) -> [Statement] {
        let bound = PartitionBound(body, of: body.parent, in: context.to)
        let parent = context.to.body(ObjectID(.table, path: body.parent), as: Table.self)
        // Of several columns the server wants its own words. One refuses NULL in the check, too, or the server looks for it.
        guard context.isOnline(id.path) || context.isOnline(body.parent), let condition = bound.condition,
            let parent, bound.strategy != "HASH", bound.expressions.count == 1,
            let checks = checks(id, body, bound, condition, parent, in: context)
        else { return [Statement(attach, hazards: hazards)] }
        guard !checks.isEmpty else { return [Statement(attach, hazards: hazards)] }
        let adding = checks.map {
            Statement("ALTER TABLE \(name: $0.table) ADD CONSTRAINT \(name: $0.name) CHECK (\($0.condition)) NOT VALID")
        }
        let validating = checks.map {
            OnlineValidation.statement($0.name, of: $0.table, checkBody, hazards: hazards, comesLast: false)
        }
        let dropping = checks.map { Statement("ALTER TABLE \(name: $0.table) DROP CONSTRAINT \(name: $0.name)") }
        return adding + validating + [Statement(attach)] + dropping
    }

    private typealias Check = (table: [String], name: String, condition: SQL)

    private static var checkBody: Constraint {
        var body = Constraint()
        body.type = .check
        return body
    }

    /// `nil` where a table has partitions of its own, whose rows a check of the whole does not speak for.
    private static func checks(
        _ id: ObjectID, _ body: Partition, _ bound: PartitionBound, _ condition: SQL, _ parent: Table,
        in context: ObjectPlan
    ) -> [Check]? {
        var checks: [Check] = []
        let known = bound.expressions.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
        let refusesNull = bound.strategy == "RANGE" || !(bound.lists.first ?? []).contains("NULL")
        let whole: SQL = refusesNull ? "\(raw: known) AND \(condition)" : condition
        let name = NameAside.name(id.name, "_bound__new")
        if context.isOnline(id.path) {
            guard !isDivided(id.path, in: context) else { return nil }
            checks.append((id.path, name, whole))
        }
        let others = (context.oldIDs[.partition] ?? []).filter { other in
            guard let place = context.from.body(other, as: Partition.self) else { return false }
            return place.parent == body.parent && place.isDefault && !context.isTornDown(other)
                && context.isOnline(other.path)
        }
        for other in others {
            guard !isDivided(other.path, in: context) else { return nil }
            checks.append((other.path, NameAside.name(id.name, "_rest__new"), "NOT (\(whole))"))
        }
        return checks
    }

    private static func isDivided(_ table: [String], in context: ObjectPlan) -> Bool {
        context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil
    }

    /// Detaches a table in two transactions, for which only those wait that use the partition; `nil` where that can't be.
    ///
    /// The server gives the table a check of its bound, unless one of its own says as much, whose name it makes of the table's
    /// and of the one column's.
    static func detaching(
        _ id: ObjectID, _ body: Partition, hazards: [Hazard], in context: ObjectPlan
    ) -> [Statement]? {
        let siblings = (context.oldIDs[.partition] ?? []).compactMap { context.from.body($0, as: Partition.self) }
        let parent = context.from.body(ObjectID(.table, path: body.parent), as: Table.self)
        guard context.isOnline(body.parent), let parent, parent.partitionColumns.value.count == 1,
            parent.partitionParts.value.count == 1, let column = parent.partitionColumns.value.first,
            !context.from.contains(ObjectID(.partition, path: body.parent)),
            !siblings.contains(where: { $0.parent == body.parent && $0.isDefault }),
            !context.isTornDown(ObjectID(.table, path: id.path)), !context.recreated.contains(id),
            let check = name(id.path, column, in: context)
        else { return nil }
        return [
            Statement(
                "ALTER TABLE \(name: body.parent) DETACH PARTITION \(name: id.path) CONCURRENTLY", .outside,
                hazards: hazards),
            Statement("ALTER TABLE \(name: id.path) DROP CONSTRAINT IF EXISTS \(name: check)"),
        ]
    }

    /// `nil` where a constraint of the schema has the name, so that the server takes another.
    private static func name(_ table: [String], _ column: String, in context: ObjectPlan) -> String? {
        let name = "\(table.last ?? "")_\(column)_check"
        let isTaken = context.from.objects.contains { object in
            object.kind == .constraint && object.id.name == name && object.id.path.first == table.first
        }
        return name.utf8.count > 63 || isTaken ? nil : name
    }
}
