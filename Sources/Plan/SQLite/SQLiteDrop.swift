import AutogenDiff
import AutogenSchema

/// The statements that drop objects.
enum SQLiteDrop {
    static func statements(for object: SchemaObject, in context: ObjectPlan) -> [Statement] {
        let name = object.id.name
        switch object.kind {
        case .table:
            var hazards = [Hazard.dataLoss(object.id, "drops the table with its rows")]
            if isReferred(object.id, in: context) { hazards.append(Hazard.mayFail("fails when rows refer to it")) }
            return [Statement("DROP TABLE \(name: name)", hazards: hazards)]
        case .virtualTable:
            // Of an index over another table's rows nothing is lost.
            let hazards: [Hazard] =
                FullTextIndex(object) == nil ? [.dataLoss(object.id, "drops the virtual table with its data")] : []
            return [Statement("DROP TABLE \(name: name)", hazards: hazards)]
        case .view:
            return [Statement("DROP VIEW \(name: name)")]
        case .index:
            return goesWithTable(object.id, in: context) ? [] : [Statement("DROP INDEX \(name: name)")]
        case .trigger:
            return goesWithTable(object.id, in: context) ? [] : [Statement("DROP TRIGGER \(name: name)")]
        case .column:
            guard let table = context.from.parent(of: object.id), !context.dropped.contains(table) else { return [] }
            return [
                Statement(
                    "ALTER TABLE \(name: table.name) DROP COLUMN \(name: name)",
                    hazards: [.dataLoss(object.id, "drops the column with its values")])
            ]
        case .databaseOption: return [Statement("PRAGMA \(raw: name) = 0")]
        // Part of the declaration of their table or column.
        default:
            return []
        }
    }

    /// Whether a table that stays has a foreign key to it, before and after.
    private static func isReferred(_ table: ObjectID, in context: ObjectPlan) -> Bool {
        (context.dependents[table] ?? []).contains { id in
            id.kind == .constraint && context.to.contains(id) && context.from.parent(of: id) != table
        }
    }

    /// Whether the object hangs on a table that is rebuilt, and its name is not needed elsewhere before that.
    private static func goesWithTable(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        guard let table = context.from.parent(of: id),
            let rebuilt = context.altered.values.first(where: { $0.from.id == table && $0.from.kind == .table })
        else { return false }
        if let index = context.from.body(id, as: Index.self) {
            return !index.namesTable.value && context.to.parent(of: id).map { $0 == rebuilt.id } ?? true
        }
        return !UnresolvedCode.readsAllCode(in: context)
            && !context.created.contains { made in
                made.kind == .trigger && made.name.folded == id.name.folded
                    && context.to.parent(of: made) != rebuilt.id
            }
    }
}
