import AutogenDiff
import AutogenSchema

/// Brings the rows of a table that goes to the one that takes its place.
struct RowMigration {
    let old: ObjectID
    let new: ObjectID
    let context: ObjectPlan

    init?(from table: ObjectID, in context: ObjectPlan) {
        guard let successor = context.successors[table] else { return nil }
        old = table
        new = successor
        self.context = context
    }

    /// `INSERT INTO public.t (id, n) OVERRIDING SYSTEM VALUE SELECT id, n FROM public.t__old`; a partitioned table has no
    /// rows of its own.
    var statements: [Statement] {
        guard context.from.body(old, as: Table.self)?.partitionKey == nil else { return numbers }
        let isDivided = context.to.body(new, as: Table.self)?.partitionKey != nil
        var hazards = [Hazard.rewrite("copies the rows of \(old.name) to \(new.name)")]
        if isDivided { hazards.append(Hazard.mayFail("fails if a row fits no partition of \(new.name)")) }
        var names: [SQL] = []
        var values: [SQL] = []
        var setsZone = false
        for (id, column) in columns where column.generated == nil {
            guard let value = value(of: id, column) else {
                hazards += hazardOfDefault(id, column)
                continue
            }
            names.append("\(name: id.name)")
            values.append(value.sql)
            hazards += value.hazards
            setsZone = setsZone || value.setsZone
        }
        hazards += lostColumns.map {
            .dataLoss(ObjectID(.column, path: new.path + [$0]), "drops the column with its values")
        }
        hazards += ArrivingRows.hazards(of: new, from: [old], in: context)
        let overriding: SQL = columns.contains { $0.1.identity != nil } ? " OVERRIDING SYSTEM VALUE" : ""
        // Where the tables have no column in common, the rows stay as many as they are.
        let target: SQL = names.isEmpty ? "" : " (\(names, separator: ", "))"
        let list: SQL = values.isEmpty ? "" : " \(values, separator: ", ")"
        let copy: SQL =
            "INSERT INTO \(name: new.path)\(target)\(overriding)\nSELECT\(list) FROM ONLY \(name: old.path)"
        return [Statement(copy, hazards: hazards)] + (setsZone ? [ValueConversion.reset] : []) + numbers
    }

    /// What is said of a new column that must have a value and has a default.
    private func hazardOfDefault(_ id: ObjectID, _ column: Column) -> [Hazard] {
        let body = context.to.body(ObjectID(.columnDefault, path: id.path), as: ColumnDefault.self)
        guard column.notNull, let body else { return [] }
        return [.fill(id, "rows get the default \(DeparsedExpression.source(of: body.expression))")]
    }

    private var lostColumns: [String] {
        (context.oldParts[old] ?? []).filter { id in
            guard let column = context.from.body(id, as: Column.self), column.generated == nil else { return false }
            return !context.to.contains(ObjectID(.column, path: new.path + [id.name]))
        }.map(\.name).sorted()
    }

    private var columns: [(ObjectID, Column)] {
        (context.newParts[new] ?? []).compactMap { id in context.to.body(id, as: Column.self).map { (id, $0) } }
            .sorted { $0.1.position.value < $1.1.position.value }
    }

    private func value(of id: ObjectID, _ column: Column) -> (sql: SQL, hazards: [Hazard], setsZone: Bool)? {
        let oldID = ObjectID(.column, path: old.path + [id.name])
        if let before = context.from.body(oldID, as: Column.self) {
            let isRemade = ColumnTypeChange.isRemade(oldID, in: context)
            let conversion = ValueConversion(
                of: id, from: before.type, to: column.type, isRemade: isRemade, in: context)
            let (value, hazards) = (conversion.value, conversion.hazards)
            let setsZone = conversion.sessionZone != nil
            guard ColumnFill.refusesNull(column, in: context.to), !ColumnFill.refusesNull(before, in: context.from),
                column.identity == nil
            else { return (value, hazards, setsZone) }
            let fill = ColumnFill(id, in: context)
            return (fill.coalesced(conversion.operand), hazards + [fill.hazardForNull], setsZone)
        }
        let fillsItself = column.identity != nil || context.to.contains(ObjectID(.columnDefault, path: id.path))
        guard !fillsItself, ColumnFill.isNeeded(for: column, in: context.to) else { return nil }
        let fill = ColumnFill(id, in: context)
        return (fill.value, [fill.hazard], false)
    }

    /// New generators go on where those of the old table are.
    private var numbers: [Statement] { continuations.flatMap { $0.statements + $0.start(in: context.to) } }

    private var continuations: [SequenceContinuation] {
        guard old.name == TemporaryRename.id(of: new).name else { return [] }
        return columns.compactMap { id, _ in
            SequenceContinuation(from: ObjectID(.column, path: old.path + [id.name]), to: id, in: context)
        }
    }

    /// Whether others take over the rows of a table that goes.
    static func takesOver(from table: ObjectID, in context: ObjectPlan) -> Bool {
        !targets(of: table, in: context).isEmpty || !PartitionMoves.attachments(before: table, in: context).isEmpty
    }

    /// What must be there before rows come.
    static func targets(of table: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard let root = context.successors[table] else { return [] }
        let partitions = context.created.union(context.recreated).filter {
            $0.kind == .partition && InheritanceTree.ancestors(of: $0.path, in: context.to).contains(root.path)
        }
        let tables = [root] + partitions.map { ObjectID(.table, path: $0.path) }
        let columns = tables.flatMap { context.newParts[$0] ?? [] }.filter { $0.kind == .column }
        let defaults = columns.map { ObjectID(.columnDefault, path: $0.path) }
        return tables + partitions + columns + defaults
    }

    /// The tables whose rows must have come before something is made, or while something is still there.
    static func arrivals(before step: Step, in context: ObjectPlan) -> [ObjectID] {
        guard !context.successors.isEmpty else { return [] }
        let tables = context.successors
        func bound(for targets: [[String]]) -> [ObjectID] {
            tables.filter { source in
                targets.contains { target in
                    target == source.value.path
                        || InheritanceTree.ancestors(of: target, in: context.to).contains(source.value.path)
                }
            }.map(\.key)
        }
        switch step {
        case .create(let object):
            if [.trigger, .policy, .rule].contains(object.kind) { return bound(for: [object.id.relationPath]) }
            if case .index(let index) = object.definition { return bound(for: [index.table]) }
            if case .constraint(let key) = object.definition, key.type == .foreignKey {
                return bound(for: [object.id.relationPath, key.references])
            }
            return object.kind == .materializedView ? Array(tables.keys) : []
        case .drop(let object):
            guard object.kind == .sequence else { return [] }
            return (context.dependents[object.id] ?? []).compactMap { id in
                guard id.kind == .columnDefault,
                    let table = RowMigration(from: ObjectID(.table, path: id.relationPath), in: context)
                else { return nil }
                return table.continuations.contains { $0.old?.sequence == object.id.path } ? table.old : nil
            }
        case .alter, .setAside, .fill: return []
        }
    }
}
