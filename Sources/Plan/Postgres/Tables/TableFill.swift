import AutogenDiff
import AutogenSchema

/// The `UPDATE` that gives the rows of a table values in columns that must have one.
struct TableFill {
    private let table: ObjectID
    private let columns: [ObjectID]
    private let context: ObjectPlan

    init(_ table: ObjectID, _ columns: [ObjectID], in context: ObjectPlan) {
        self.table = table
        self.columns = columns
        self.context = context
    }

    /// The columns by table whose values are no part of another statement.
    static func columns(in context: ObjectPlan) -> [ObjectID: [ObjectID]] {
        let made = context.created.union(context.recreated).filter { isFilledLater($0, in: context) }
        let altered = context.altered.values.filter { change in
            guard case .column(let from) = change.from.definition, case .column(let to) = change.to.definition,
                to.generated == nil, to.identity == nil, !to.notNullNotValid,
                NotNull.sets(change, from: from, to: to, in: context)
            else { return false }
            return ColumnFill(change.id, in: context).valueForNull != nil
        }.map(\.id)
        let bound = context.altered.keys.filter { $0.kind == .domain }.flatMap { boundColumns(of: $0, in: context) }
            .filter { ColumnFill($0, in: context).valueForNull != nil }
        let all = Set(made).union(altered).union(bound)
        return Dictionary(grouping: all.sorted()) { ObjectID(.table, path: $0.relationPath) }
    }

    /// Whether a new column is added without its values, since these depend on the row.
    static func isFilledLater(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        guard id.kind == .column, context.decisions.fills[id]?.dependsOnRow == true,
            !context.isMade(ObjectID(.table, path: id.relationPath)),
            let body = context.to.body(id, as: Column.self), !body.inherited, !body.notNullOriginDiffers,
            !context.to.contains(ObjectID(.columnDefault, path: id.path))
        else { return false }
        return ColumnFill.isNeeded(for: body, in: context.to)
            && !InheritanceTree.inheritedFrom(id, in: context, where: context.isMade)
    }

    /// Whether the values are given once the column is new, has its new type, or is computed no longer, and NULL is refused
    /// after that.
    static func comesAfter(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        if context.isMade(id) { return true }
        guard let change = context.altered[id], case .column(let from) = change.from.definition else { return false }
        return from.generated != nil || ColumnTypeChange.happens(change, in: context)
    }

    /// The tables above the one of a new key or index whose rows, this one's among them, get values in its columns.
    static func awaited(by step: Step, in impact: Impact) -> [ObjectID] {
        guard !impact.fills.isEmpty, case .create(let object) = step,
            object.kind == .constraint || object.kind == .index
        else { return [] }
        let catalog = impact.objects.to
        return catalog.needs(of: object.id).filter { $0.kind == .column }.flatMap { column in
            InheritanceTree.ancestors(of: column.relationPath, in: catalog).map { ObjectID(.table, path: $0) }
                .filter { impact.fills[$0]?.contains { $0.name == column.name } ?? false }
        }
    }

    /// The columns of a domain that begins to refuse NULL, which they may hold.
    static func boundColumns(of domain: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard let change = context.altered[domain], case .domain(let from) = change.from.definition,
            case .domain(let to) = change.to.definition, to.notNull, !from.notNull
        else { return [] }
        let type = SQL.dotted(domain.path)
        return (context.dependents[domain] ?? []).filter { id in
            guard id.kind == .column, !context.isTornDown(id), context.altered[id] == nil,
                let column = context.to.body(id, as: Column.self)
            else { return false }
            return column.type == type && !column.notNull && !column.inherited && column.generated == nil
        }.sorted()
    }

    /// `UPDATE public.t SET a = (x), b = coalesce(b, (y))`, then what refuses NULL in columns that took it until now.
    var statements: [Statement] {
        let isNew = columns.map(context.isMade)
        let isOnline = context.isOnline(table.path)
        let values = zip(columns, isNew).map { column, isNew -> SQL in
            let fill = ColumnFill(column, in: context)
            // Clients may have given some of the columns a value by then.
            let isAlone = isNew && !isOnline || columns.count == 1
            let value = isNew ? fill.value : fill.valueForNull ?? "NULL"
            return "\(name: column.name) = \(isAlone ? value : fill.coalesced("\(name: column.name)"))"
        }
        let hazards = zip(columns, isNew).map { column, isNew in
            let fill = ColumnFill(column, in: context)
            return isNew ? fill.hazard : fill.hazardForNull
        }
        var update: SQL = "UPDATE \(name: table.path) SET \(values, separator: ", ")"
        // One that goes on after a stop finds its rows by what they lack.
        if isOnline || !isNew.contains(true) {
            update += " WHERE \(columns.map { "\(name: $0.name) IS NULL" as SQL }, separator: " OR ")"
        }
        let statements =
            isOnline
            ? [OnlineFill.statement(update, of: table.path, hazards: hazards + triggers, in: context)]
            : immediacy + [Statement(update, hazards: hazards + triggers)]
        return statements
            + columns.filter { Self.comesAfter($0, in: context) }.flatMap(tightening)
    }

    /// What fills a column once more, for rows that have come without a value since.
    static func again(_ id: ObjectID, in context: ObjectPlan) -> [Statement] {
        let fill = ColumnFill(id, in: context)
        guard let value = context.isMade(id) ? fill.value : fill.valueForNull else { return [] }
        let column: SQL = "\(name: id.name)"
        let update: SQL = "UPDATE \(name: id.relationPath) SET \(column) = \(value) WHERE \(column) IS NULL"
        return [OnlineFill.statement(update, of: id.relationPath, hazards: [], in: context)]
    }

    /// What the defaults need that rows get where nobody decides. A domain that is altered may wait for the rows itself.
    var needs: [ObjectID] {
        columns.filter { ColumnFill($0, in: context).decision == nil }.flatMap { column in
            context.to.needs(of: ObjectID(.columnDefault, path: column.path)).filter { need in
                need != column && (need.kind != .domain || context.altered[need] == nil)
            }
        }
    }

    /// With events left for the end of the transaction, the server would refuse the next `ALTER TABLE`.
    private var immediacy: [Statement] {
        let isLeft = context.from.objects.contains { object in
            switch object.definition {
            case .constraint(let key):
                (object.id.relationPath == table.path || key.references == table.path)
                    && key.deferrability.value == .deferred
            case .trigger(let trigger): object.id.relationPath == table.path && trigger.isDeferred.value
            default: false
            }
        }
        return isLeft ? [Statement("SET CONSTRAINTS ALL IMMEDIATE")] : []
    }

    /// Says which triggers the statement fires.
    private var triggers: [Hazard] {
        let names = context.from.ids(of: .trigger).filter { id in
            guard id.relationPath == table.path, !context.dropped.contains(id),
                let trigger = context.from.body(id, as: Trigger.self),
                trigger.enabled == .origin || trigger.enabled == .always
            else { return false }
            return fires(trigger)
        }.map { SQL.quoted(name: $0.name) }
        guard let first = columns.first, !names.isEmpty else { return [] }
        return [.fill(first, "the UPDATE fires \(names.joined(separator: ", "))")]
    }

    /// Whether a trigger fires when the columns are updated.
    private func fires(_ trigger: Trigger) -> Bool {
        guard trigger.events.value.contains("update") else { return false }
        let names = trigger.columns.value
        return names.isEmpty || columns.contains { names.contains($0.name) }
    }

    private func tightening(_ id: ObjectID) -> [Statement] {
        guard let body = context.to.body(id, as: Column.self) else { return [] }
        if let change = context.altered[id], case .column(let from) = change.from.definition {
            return NotNull.refusals(id, from: from, to: body, in: context)
        }
        var statements: [Statement] = []
        if ColumnFill.nullableType(of: body.type, in: context.to) != body.type {
            var clause: SQL = "ALTER COLUMN \(name: id.name) TYPE \(raw: body.type)"
            if let collation = body.collation { clause += " COLLATE \(raw: collation)" }
            statements.append(Statement("\(ColumnRule.head(id)) \(clause)"))
        }
        if body.notNull, !body.notNullNotValid { statements += NotNull.settings(id, body, in: context) }
        return statements + NotNull.additions(id, body, in: context)
    }
}
