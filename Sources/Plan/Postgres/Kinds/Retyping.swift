import AutogenDiff
import AutogenSchema

/// `ALTER COLUMN ... TYPE`: which dependants must be out of the way, and whether the values need `USING`.
enum Retyping {
    /// What the server doesn't convert by itself: views, rules, policies and triggers that name the column, generated
    /// columns computed from it, and, when the type is of another family, its default and the keys it takes part in
    /// (<https://www.postgresql.org/docs/current/sql-altertable.html>).
    static func disturbed(
        by change: Alteration, from: Column, to: Column, in context: PlanContext
    ) -> Set<ObjectID> {
        let close = TypeFamily.areClose(from.type, to.type) && !change.differences.isEmpty
        let table = ObjectID(.table, path: change.id.relationPath)
        if isPartitionKey(change.id.name, of: table, in: context.from) { return [table] }
        return (context.dependents[change.id] ?? []).filter { id in
            switch id.kind {
            case .view, .materializedView, .rule, .policy, .trigger, .column, .function, .publication: true
            case .columnDefault: !close
            case .constraint: !close || TypeFamily.isText(from.type)
            case .index: !close || TypeFamily.isText(from.type)
            // The server makes them anew, without their target.
            case .statistics: context.from.body(id, as: ExtendedStatistics.self)?.target != nil
            case .namespace, .extension, .collation, .enumType, .domain, .compositeType, .rangeType, .sequence,
                .aggregate, .table, .sequenceOwner, .partition, .domainConstraint, .indexPartition, .virtualTable,
                .viewColumn, .eventTrigger, .accessMethod, .shellType, .baseType, .operator, .operatorFamily,
                .operatorClass, .transform, .foreignDataWrapper, .server, .userMapping, .subscription, .securityLabel,
                .language, .cast, .conversion, .textSearchParser, .textSearchTemplate,
                .textSearchDictionary, .textSearchConfiguration, .owner, .grant, .defaultPrivileges,
                .comment:
                false
            }
        }
    }

    /// The server changes no type of a partition key's column, but a partitioned table has no rows of its own: it is made
    /// anew, and its partitions are attached again.
    private static func isPartitionKey(_ column: String, of table: ObjectID, in catalog: Catalog) -> Bool {
        guard let key = catalog.body(table, as: Table.self)?.partitionKey else { return false }
        let name = SQL.quoted(name: column)
        let words = key.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return name == column ? words.contains(Substring(name)) : key.contains(name)
    }

    static func statement(_ change: Alteration, from: Column, to: Column, head: SQL) -> Statement {
        var sql: SQL = "ALTER COLUMN \(name: change.id.name) TYPE \(raw: to.type)"
        if let collation = to.collation { sql += " COLLATE \(raw: collation)" }
        var hazards = [Hazard(.rewrite, "may write the whole table anew")]
        if let path = TypeFamily.conversion(from: from.type, to: to.type) {
            let casts = path.map { "::\(raw: $0)" as SQL }
            sql += " USING \(name: change.id.name)\(casts, separator: "")"
            hazards.append(Hazard(.mayFail, "fails if a value of \(change.id.name) can't be read as \(to.type)"))
        } else if from.type == to.type, change.differences.isEmpty {
            // The type was made anew under its name; the values go over as text.
            sql += " USING \(name: change.id.name)::text::\(raw: to.type)"
            hazards.append(Hazard(.mayFail, "fails if a value of \(change.id.name) is not one of the new \(to.type)"))
        }
        return Statement(head: head, sql, hazards: hazards)
    }
}
