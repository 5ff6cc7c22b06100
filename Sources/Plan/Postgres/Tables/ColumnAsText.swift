import AutogenDiff
import AutogenSchema

/// Columns whose values are text for a time.
///
/// Some have the row of another table as their type, or a type that is made of such: the server refuses whatever writes the
/// rows of that table anew as long as there is one (<https://www.postgresql.org/docs/current/sql-altertable.html>). Others
/// have a type of an extension that is made anew.
///
/// The text of a row has one value for each column, in their order; so columns come and go before the values become text or
/// after they are rows again, unless what comes writes the rows anew itself.
enum ColumnAsText {
    /// The columns that make way for what is decided so far.
    static func setAside(in context: ObjectPlan) -> Set<ObjectID> {
        let rows = context.created.union(context.altered.keys).flatMap { holders(of: $0, in: context) }
        let extensions = context.recreated.filter { $0.kind == .extension }
        return Set(rows + extensions.flatMap { columns(ofTypesFrom: $0, in: context) })
    }

    static func isSetAside(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        !rewritten(under: column, in: context).isEmpty || leavesExtension(column, in: context)
    }

    /// The columns of types of an extension that is made anew: its types can't stay under another name meanwhile.
    private static func columns(ofTypesFrom id: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        (context.dependents[id] ?? []).filter { leavesExtension($0, in: context) }
    }

    private static func leavesExtension(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        guard column.kind == .column, !context.isTornDown(column),
            context.to.body(column, as: Column.self)?.generated == nil
        else { return false }
        return context.from.needs(of: column).contains {
            $0.kind == .extension && context.recreated.contains($0) && context.to.needs(of: column).contains($0)
        }
    }

    /// What writes the rows anew that a column holds as values.
    static func rewritten(under column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column, context.to.contains(column), !context.isTornDown(column) else { return [] }
        return rowTables(of: column, in: context).flatMap { table in
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
        case .drop(let object):
            object.kind == .extension ? columns(ofTypesFrom: object.id, in: context) : []
        case .fill: []
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
        var found: [ObjectID] = []
        var queue = [table]
        while let id = queue.popLast() {
            for dependent in context.dependents[id] ?? [] {
                if dependent.kind == .column {
                    let holds = rowTables(of: dependent, in: context).contains(table)
                    if holds, context.to.contains(dependent), !context.isTornDown(dependent) { found.append(dependent) }
                } else if isMadeOfRows(dependent, in: context) {
                    queue.append(dependent)
                }
            }
        }
        return found
    }

    /// A type that stays and can have the rows of a table in it.
    private static func isMadeOfRows(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        [.compositeType, .domain, .rangeType].contains(id.kind) && !context.isTornDown(id)
    }

    /// The tables of whose rows a column has one before and after, or an array of them, or a type that is made of them.
    private static func rowTables(of column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard let from = context.from.body(column, as: Column.self), let to = context.to.body(column, as: Column.self),
            from.type == to.type
        else { return [] }
        var types = context.from.needs(of: column).filter { id in
            guard id.path != column.relationPath, id.kind == .table || isMadeOfRows(id, in: context) else {
                return false
            }
            let name = SQL.dotted(id.path)
            return from.type == name || from.type.hasPrefix(name + "[")
        }
        var tables: [ObjectID] = []
        var seen = Set(types)
        while let id = types.popLast() {
            guard id.kind != .table else {
                tables.append(id)
                continue
            }
            types += context.from.needs(of: id).filter {
                ($0.kind == .table || isMadeOfRows($0, in: context)) && seen.insert($0).inserted
            }
        }
        return tables
    }

    /// How many columns the rows of a table have more once they have been written anew: what is new stands behind the others.
    private static func additions(to table: ObjectID, in context: ObjectPlan) -> Int {
        (context.newParts[table] ?? []).count { context.created.contains($0) && writesRows($0, in: context) }
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
        return [statement(column, type: "text", value: "\(name: column.name)::text")]
    }

    /// What turns them into rows again.
    static func statements(returning column: ObjectID, _ body: Column, in context: ObjectPlan) -> [Statement] {
        guard !comesFromParent(column, in: context) else { return [] }
        let tables = rowTables(of: column, in: context)
        // Only where the value is such a row can its text get the places of new columns.
        let own = tables.first { SQL.dotted($0.path) == body.type }
        let hadColumns = own.map { (context.oldParts[$0] ?? []).contains { $0.kind == .column } } ?? false
        let count = own.map { max(0, additions(to: $0, in: context) - (hadColumns ? 0 : 1)) } ?? 0
        let grows = tables.contains { $0 != own && additions(to: $0, in: context) > 0 }
        let name: SQL = "\(name: column.name)"
        let ending = String(repeating: ",", count: count) + ")"
        let text: SQL = count == 0 ? name : "regexp_replace(\(name), '\\)$', \(literal: ending))"
        var returned = statement(column, type: body.type, value: "\(text)::\(raw: body.type)")
        let isRetyped = tables.flatMap { context.oldParts[$0] ?? [] }.contains {
            context.altered[$0].map { ColumnTypeChange.happens($0, in: context) } ?? false
        }
        if isRetyped || grows || leavesExtension(column, in: context) {
            returned.hazards.append(.mayFail("fails if a value in \(column.name) can't be read as its new type"))
        }
        return [returned]
    }

    /// The column of a child changes with its parent's.
    private static func comesFromParent(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        InheritanceTree.inheritedFrom(column, in: context) { context.altered[$0] != nil }
    }

    private static func statement(_ column: ObjectID, type: String, value: SQL) -> Statement {
        Statement(
            head: ColumnRule.head(column), "ALTER COLUMN \(name: column.name) TYPE \(raw: type) USING \(value)")
    }
}
