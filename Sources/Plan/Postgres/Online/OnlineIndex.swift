import AutogenSchema

/// Indexes that are built and dropped while others write
/// (<https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY>).
enum OnlineIndex {
    /// Whether an index has rows to be built over. That of a table with partitions is empty: theirs are built, and attached.
    static func isBuilt(on table: [String], in context: ObjectPlan) -> Bool {
        let body = context.to.body(ObjectID(.table, path: table), as: Table.self)
        return context.isOnline(table) && body?.partitionKey == nil
    }

    /// What builds it; of one that takes the place of another under a name of its own, until that is gone.
    static func creation(of id: ObjectID, _ body: Index, hazards: [Hazard], in context: ObjectPlan) -> [Statement] {
        let isSwapped = context.swapped.contains(id)
        let name = isSwapped ? nameAside(of: id, in: context) : id.name
        let text = IndexText(ObjectID(.index, path: id.path.dropLast() + [name]), body, isConcurrent: true).sql
        let build = building(
            SQL(raw: DeparsedExpression.source(of: text.text)), on: body.table, hazards: hazards, in: context)
        guard isSwapped else { return [build] }
        let renaming: SQL = "ALTER INDEX \(name: id.path.dropLast() + [name]) RENAME TO \(name: id.name)"
        // Without an index that identifies rows, those of a published table could not be changed meanwhile.
        let table = ObjectID(.table, path: body.table)
        let identifies = context.to.body(table, as: Table.self)?.replicaIdentity == .index(id.name)
        let identity: SQL = "ALTER TABLE \(name: body.table) REPLICA IDENTITY USING INDEX \(name: name)"
        return [build] + (identifies ? [Statement(identity)] : []) + [dropping(id), Statement(renaming)]
    }

    /// What an index is called until the one that it replaces is gone: what nothing else is called.
    static func nameAside(of id: ObjectID, in context: ObjectPlan) -> String {
        let schema = id.path.first ?? ""
        func isTaken(_ name: String) -> Bool {
            [context.from, context.to].contains { catalog in
                let kinds = [Kind.index, .table, .materializedView, .view, .sequence]
                return kinds.contains { catalog.contains(ObjectID($0, path: [schema, name])) }
                    || catalog.ids(of: .constraint).contains { $0.path.first == schema && $0.name == name }
            }
        }
        let names = sequence(first: 1) { $0 + 1 }.lazy.map { NameAside.name(id.name, $0 == 1 ? "__new" : "__new\($0)") }
        return names.first { !isTaken($0) } ?? id.name
    }

    static func building(_ sql: SQL, on table: [String], hazards: [Hazard], in context: ObjectPlan) -> Statement {
        let kind: Kind = context.from.contains(ObjectID(.table, path: table)) ? .table : .materializedView
        let use = RelationUse(
            Address(ObjectID(kind, path: table)), lock: .shareUpdateExclusive, effect: .scanned)
        return Statement(sql, .outside, hazards: hazards + [.expected(use)])
    }

    static func dropping(_ id: ObjectID) -> Statement {
        Statement("DROP INDEX CONCURRENTLY \(name: id.path)", .outside)
    }

    /// Neither the index of a whole nor one of its parts can go so
    /// (<https://www.postgresql.org/docs/current/sql-dropindex.html>).
    static func canDrop(_ id: ObjectID, _ body: Index, in context: ObjectPlan) -> Bool {
        let table = context.from.body(ObjectID(.table, path: body.table), as: Table.self)
        return context.isOnline(body.table) && table?.partitionKey == nil
            && !context.from.contains(ObjectID(.indexPartition, path: id.path))
    }

    /// Whether one of the same table takes its place.
    static func canSwap(_ id: ObjectID, _ body: Index, in context: ObjectPlan) -> Bool {
        guard let old = context.from.body(id, as: Index.self), old.table == body.table, body.isRead else {
            return false
        }
        return isBuilt(on: body.table, in: context) && canDrop(id, old, in: context)
            && !context.to.contains(ObjectID(.indexPartition, path: id.path))
    }
}
