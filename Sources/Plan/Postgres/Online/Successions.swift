import AutogenDiff
import AutogenSchema

/// What clients would miss between the end of an object and the beginning of what takes its place under another name, or as
/// an object of another kind.
enum Successions {
    static func awaited(by step: Step, in context: ObjectPlan) -> Succession {
        switch step {
        case .drop(let object) where context.dropped.contains(object.id): after(object, in: context)
        case .alter(let change): afterRestriction(change.id, change.from, change.to, in: context)
        case .create, .drop, .setAside, .fill: Succession()
        }
    }

    private static func after(_ object: SchemaObject, in context: ObjectPlan) -> Succession {
        let id = object.id
        func made(_ isSuccessor: (SchemaObject) -> Bool) -> Set<ObjectID> {
            Set(context.created.filter { context.to[$0].map(isSuccessor) ?? false })
        }
        func isOfTable(_ other: SchemaObject, _ table: [String]) -> Bool { other.id.relationPath == table }
        switch object.definition {
        // Two rules about the same rows can hold at once.
        case .constraint(let old) where isWhole(id.relationPath, in: context):
            let table = id.relationPath
            return Succession(
                made { other in
                    switch other.definition {
                    case .constraint(let new):
                        isOfTable(other, table) && (new.type == old.type || new.isIndexed && old.isIndexed)
                    case .index(let new): new.table == table && new.unique && old.isIndexed
                    default: false
                    }
                }, mayCoexist: true)
        case .index(let old) where isWhole(old.table, in: context):
            return Succession(
                made { other in
                    switch other.definition {
                    case .index(let new): new.table == old.table
                    case .constraint(let new): new.isIndexed && isOfTable(other, old.table)
                    default: false
                    }
                }, mayCoexist: true)
        case .policy, .trigger, .rule:
            return Succession(made { $0.kind == object.kind && isOfTable($0, id.relationPath) })
        case .function, .aggregate:
            return Succession(
                made { [.function, .aggregate].contains($0.kind) && $0.id.path.dropLast() == id.path.dropLast() })
        case .table, .view, .materializedView, .sequence:
            let relations: [Kind] = [.table, .view, .materializedView, .sequence]
            return Succession(made { relations.contains($0.kind) && $0.id.path == id.path })
        case .enumType, .domain, .compositeType, .rangeType, .baseType:
            return Succession(made { $0.kind.isColumnType && $0.id.path == id.path })
        default: return Succession()
        }
    }

    /// Neither a table with partitions nor one of them, whose indexes and keys go and come together.
    private static func isWhole(_ table: [String], in context: ObjectPlan) -> Bool {
        [context.from, context.to].allSatisfy { catalog in
            catalog.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey == nil
                && !catalog.contains(ObjectID(.partition, path: table))
        }
    }

    /// A table whose rows are hidden until policies show them.
    private static func afterRestriction(
        _ id: ObjectID, _ from: SchemaObject, _ to: SchemaObject, in context: ObjectPlan
    ) -> Succession {
        guard case .table(let old) = from.definition, case .table(let new) = to.definition,
            new.rowSecurity && !old.rowSecurity || new.forcedRowSecurity && !old.forcedRowSecurity
        else { return Succession() }
        return Succession(Set(context.created.filter { $0.kind == .policy && $0.relationPath == id.path }))
    }
}
