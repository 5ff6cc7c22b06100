import AutogenDiff
import AutogenSchema

/// Columns whose type is the row of another table. The server refuses whatever writes the rows of that table anew as long as
/// there is one (<https://www.postgresql.org/docs/current/sql-altertable.html>), so their values become text for that time.
///
/// The text of a row has one value for each column, in their order; so columns come and go before the values become text or
/// after they are rows again, unless what comes writes the rows anew itself.
enum RowTypeColumn {
    /// The columns that make way for what is decided so far.
    static func setAside(in context: ObjectPlan) -> Set<ObjectID> {
        Set(context.created.union(context.altered.keys).flatMap { holders(of: $0, in: context) })
    }

    static func isSetAside(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        !rewritten(under: column, in: context).isEmpty
    }

    /// What writes the rows anew that a column holds as values.
    static func rewritten(under column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column, context.to.contains(column), !context.isTornDown(column) else { return [] }
        let tables = context.from.needs(of: column).filter {
            $0.kind == .table && isHolder(column, of: $0, in: context)
        }
        return tables.flatMap { table in
            let parts =
                (context.oldParts[table] ?? []) + (context.newParts[table] ?? []).filter(context.created.contains)
            return ([table] + parts).filter { writesRows($0, in: context) }
        }
    }

    /// The columns that are to be text before a step writes the rows of a table anew.
    static func holders(of step: Step, in context: ObjectPlan) -> [ObjectID] {
        switch step {
        case .create(let object), .setAside(let object): holders(of: object.id, in: context)
        case .alter(let change): holders(of: change.id, in: context)
        case .drop, .fill: []
        }
    }

    static func holders(of id: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard writesRows(id, in: context) else { return [] }
        return holders(ofRowsOf: ObjectID(.table, path: id.relationPath), in: context)
    }

    /// The columns that are to be rows again before another column of their type comes or goes.
    static func returned(before step: Step, in context: ObjectPlan) -> [ObjectID] {
        switch step {
        case .create(let object), .drop(let object):
            guard object.kind == .column, !writesRows(object.id, in: context) else { return [] }
            var found: [ObjectID] = []
            var queue = [object.id]
            while let id = queue.popLast() {
                let holders = holders(ofRowsOf: ObjectID(.table, path: id.relationPath), in: context)
                    .filter { isSetAside($0, in: context) }
                found += holders
                queue += holders
            }
            return found
        case .alter, .setAside, .fill: return []
        }
    }

    private static func holders(ofRowsOf table: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        (context.dependents[table] ?? []).filter {
            $0.kind == .column && context.to.contains($0) && !context.isTornDown($0)
                && isHolder($0, of: table, in: context)
        }
    }

    /// Whether a column has rows of a table before and after, one or an array of them.
    private static func isHolder(_ column: ObjectID, of table: ObjectID, in context: ObjectPlan) -> Bool {
        guard column.relationPath != table.path, let from = context.from.body(column, as: Column.self),
            let to = context.to.body(column, as: Column.self)
        else { return false }
        let name = SQL.dotted(table.path)
        return from.type == to.type && (from.type == name || from.type.hasPrefix(name + "["))
    }

    /// Whether the server writes the rows of the table anew, or looks at each, to make or alter this.
    private static func writesRows(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        if let change = context.altered[id] {
            switch id.kind {
            case .column: return ColumnTypeChange.happens(change, in: context)
            case .table: return change.touches("unlogged") || change.touches("access method")
            default: return false
            }
        }
        guard id.kind == .column, context.created.contains(id), let body = context.to.body(id, as: Column.self) else {
            return false
        }
        let hasDefault = context.to.contains(ObjectID(.columnDefault, path: id.path))
        return body.generated != nil && !body.virtual || body.identity != nil || hasDefault
    }

    /// What turns the values of a column into text.
    static func statements(leaving column: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard !comesFromParent(column, in: context) else { return [] }
        return [statement(column, type: "text")]
    }

    /// What turns them into rows again.
    static func statements(returning column: ObjectID, _ body: Column, in context: ObjectPlan) -> [Statement] {
        guard !comesFromParent(column, in: context) else { return [] }
        return [statement(column, type: body.type)]
    }

    /// The column of a child changes with its parent's.
    private static func comesFromParent(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        InheritanceTree.inheritedFrom(column, in: context) { context.altered[$0] != nil }
    }

    private static func statement(_ column: ObjectID, type: String) -> Statement {
        let name: SQL = "\(name: column.name)"
        return Statement(
            head: ColumnRule.head(column), "ALTER COLUMN \(name) TYPE \(raw: type) USING \(name)::\(raw: type)",
            hazards: [.rewrite("may write the whole table anew")])
    }
}
