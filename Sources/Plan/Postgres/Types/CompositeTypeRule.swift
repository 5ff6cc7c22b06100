import AutogenDiff
import AutogenSchema

/// `CREATE TYPE ... AS (...)`, `ALTER TYPE ... ADD/DROP ATTRIBUTE`; what that can't do takes a new type.
enum CompositeTypeRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: CompositeType, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        guard !body.attributes.isEmpty else { return [Statement("CREATE TYPE \(name: id.path) AS ()")] }
        let attributes = body.attributes.map(attribute)
        return [Statement("CREATE TYPE \(name: id.path) AS (\n    \(attributes, separator: ",\n    ")\n)")]
    }

    private static func attribute(_ attribute: CompositeType.Attribute) -> SQL {
        var sql: SQL = "\(name: attribute.name) \(raw: attribute.type)"
        if let collation = attribute.collation { sql += " COLLATE \(raw: collation)" }
        return sql
    }

    static func drop(_ id: ObjectID, _ body: CompositeType, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func strategy(
        for change: Alteration, from: CompositeType, to: CompositeType, in context: ObjectPlan
    ) -> AlterStrategy {
        canAlter(from, to: to) && !change.differences.isEmpty ? .alter : .recreate
    }

    /// What stays keeps its type and order, and what is new comes last.
    static func canAlter(_ from: CompositeType, to: CompositeType) -> Bool {
        let kept = from.attributes.filter(to.attributes.contains)
        let names = from.attributes.map(\.name)
        return to.attributes.starts(with: kept)
            && to.attributes.dropFirst(kept.count).allSatisfy { !names.contains($0.name) }
    }

    /// The columns of typed tables that go with attributes of a type, and must not be needed any longer then.
    static func columns(of type: ObjectID, _ impact: Impact) -> [ObjectID] {
        let context = impact.objects
        guard type.kind == .compositeType else { return [] }
        return (context.dependents[type] ?? [])
            .filter { context.from.body($0, as: Table.self)?.ofType == type.path }
            .flatMap { table -> [ObjectID] in
                let columns = (context.oldParts[table] ?? []).filter { $0.kind == .column }
                let successor = context.successors[table].flatMap { context.to.body($0, as: Table.self) }
                guard impact.rowSources.contains(table), successor?.ofType == type.path else { return columns }
                // The table that takes over the rows has the attributes as they will be: only what uses the columns goes.
                return columns.flatMap { context.dependents[$0] ?? [] }.filter { !impact.waitsForRows($0) }
            }
    }

    /// Whether a column goes with the same alteration of a type with which one comes that an object will need: nothing can
    /// change over from one to the other.
    static func replaces(_ column: ObjectID, under needer: ObjectID, in context: ObjectPlan) -> Bool {
        func type(_ column: ObjectID, _ catalog: Catalog) -> [String]? {
            guard column.kind == .column else { return nil }
            return catalog.body(ObjectID(.table, path: column.relationPath), as: Table.self)?.ofType
        }
        guard let lost = type(column, context.from), context.altered[ObjectID(.compositeType, path: lost)] != nil else {
            return false
        }
        var seen: Set<ObjectID> = [needer]
        var queue = [needer]
        while let id = queue.popLast() {
            for need in context.to.needs(of: id) where context.isMade(need) && seen.insert(need).inserted {
                if type(need, context.to) == lost { return true }
                queue.append(need)
            }
        }
        return false
    }

    /// The table that is typed no longer before a column goes: a typed one gives none up.
    static func ending(before column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        let table = ObjectID(.table, path: column.relationPath)
        guard column.kind == .column, context.from.body(table, as: Table.self)?.ofType.isEmpty == false,
            context.to.body(table, as: Table.self)?.ofType.isEmpty == true
        else { return [] }
        return [table]
    }

    static func alter(
        _ change: Alteration, from: CompositeType, to: CompositeType, in context: ObjectPlan
    ) -> [Statement] {
        let head: SQL = "ALTER TYPE \(name: change.id.path)"
        // Tables of the type follow it.
        let isOfTables = (context.dependents[change.id] ?? []).contains {
            context.from.body($0, as: Table.self)?.ofType == change.id.path
                && (!context.dropped.contains($0) || RowMigration.takesOver(from: $0, in: context))
        }
        let cascade: SQL = isOfTables ? " CASCADE" : ""
        let dropped = from.attributes.filter { !to.attributes.contains($0) }
        let added = to.attributes.filter { !from.attributes.contains($0) }
        return dropped.map {
            Statement(
                head: head, "DROP ATTRIBUTE \(name: $0.name)\(cascade)",
                hazards: [.dataLoss(Address(kind: "attribute", path: change.id.path + [$0.name]), "deletes its values")]
            )
        } + added.map { Statement(head: head, "ADD ATTRIBUTE \(attribute($0))\(cascade)") }
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TYPE \(name: id.path)" }
    static let defaultPrivileges: String? = "TYPES"
    static let isColumnType = true
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        [OccupiedNames.relation(id.path), OccupiedNames.type(id.path)]
    }
}
