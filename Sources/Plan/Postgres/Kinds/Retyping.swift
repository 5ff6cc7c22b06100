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
        let close = TypeFamily.areClose(from.type, to.type) && !isRemade(change.id, in: context)
        let table = ObjectID(.table, path: change.id.relationPath)
        if PartitionKey.holds(change.id.name, of: table, in: context.from) { return [table] }
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
                .databaseOption,
                .viewColumn, .eventTrigger, .accessMethod, .shellType, .baseType, .operator, .operatorFamily,
                .operatorClass, .transform, .foreignDataWrapper, .server, .userMapping, .subscription, .securityLabel,
                .language, .cast, .conversion, .textSearchParser, .textSearchTemplate,
                .textSearchDictionary, .textSearchConfiguration, .owner, .grant, .defaultPrivileges,
                .comment:
                false
            }
        }
    }

    /// What stands behind the name of a column in `USING`, and what may come of it.
    static func conversion(
        of column: String, from: String, to: String, isRemade: Bool
    ) -> (cast: SQL, hazard: Hazard)? {
        if from == to {
            guard isRemade else { return nil }
            // The type was made anew under its name; the values go over as text.
            let hazard = Hazard.mayFail("fails if a value of \(column) is not one of the new \(to)")
            return ("::text::\(raw: to)", hazard)
        }
        guard let path = TypeFamily.conversion(from: from, to: to) else { return nil }
        let casts = path.map { "::\(raw: $0)" as SQL }
        let hazard =
            path.count == 1
            ? Hazard.mayFail(
                "no assignment cast to \(to), so USING: fails if a value of \(column) can't be read as one")
            : Hazard.mayFail("no cast from \(from) to \(to), so \(column) is read from its text: put the right USING")
        return ("\(casts, separator: "")", hazard)
    }

    /// Whether a column gets another type, or the successor of its own.
    static func happens(_ change: Alteration, in context: PlanContext) -> Bool {
        change.touches("type") || change.touches("collation") || change.differences.isEmpty
            || isRemade(change.id, in: context)
    }

    /// Whether the type of a column is made anew.
    static func isRemade(_ column: ObjectID, in context: PlanContext) -> Bool {
        (context.from.dependencies[column] ?? []).contains {
            context.rebuilt.contains($0) && (Aside.isPossible($0.kind) || $0.kind == .extension)
        }
    }

    /// Whether times get a zone or lose theirs.
    private static func isZoneAsked(_ from: String, _ to: String) -> Bool {
        func zoned(_ type: String) -> Bool? {
            guard type.hasPrefix("timestamp") else { return nil }
            return type.hasSuffix(" with time zone") ? true : type.hasSuffix(" without time zone") ? false : nil
        }
        guard let old = zoned(from), let new = zoned(to) else { return false }
        return old != new
    }

    /// In UTC the server takes the bytes of a time with a zone for those of one without, and writes no row anew
    /// (<https://www.postgresql.org/docs/release/12.0/>): the session's zone says what `AT TIME ZONE` would. A precision
    /// would be applied to each value.
    private static func inUTC(
        _ change: Alteration, from: Column, to: Column, head: SQL, in context: PlanContext
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
        _ change: Alteration, from: Column, to: Column, head: SQL, in context: PlanContext
    ) -> [Statement] {
        if isZoneAsked(from.type, to.type),
            let statements = inUTC(change, from: from, to: to, head: head, in: context)
        {
            return statements
        }
        return [statement(change, from: from, to: to, head: head, in: context)]
    }

    private static func statement(
        _ change: Alteration, from: Column, to: Column, head: SQL, in context: PlanContext
    ) -> Statement {
        var sql: SQL = "ALTER COLUMN \(name: change.id.name) TYPE \(raw: to.type)"
        if let collation = to.collation { sql += " COLLATE \(raw: collation)" }
        var hazards = [Hazard.rewrite("may write the whole table anew")]
        if isZoneAsked(from.type, to.type) {
            if let zone = context.decisions.zones[change.id] {
                sql += " USING \(name: change.id.name) AT TIME ZONE \(literal: zone)"
                hazards.append(.fill(change.id, "its times are taken for those of the zone \(zone)"))
            } else {
                hazards.append(
                    .needsZone(
                        change.id,
                        "its times are taken for those of the session's time zone: --zone \(Address(change.id).name)=ZONE"
                    ))
            }
            return Statement(head: head, sql, hazards: hazards)
        }
        let isRemade = isRemade(change.id, in: context)
        let conversion = conversion(of: change.id.name, from: from.type, to: to.type, isRemade: isRemade)
        if let (cast, hazard) = conversion {
            sql += " USING \(name: change.id.name)\(cast)"
            hazards.append(hazard)
        } else if let hazard = Narrowing.hazard(of: change.id, from: from.type, to: to.type) {
            hazards.append(hazard)
        }
        return Statement(head: head, sql, hazards: hazards)
    }
}
