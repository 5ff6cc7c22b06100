import AutogenDiff
import AutogenSchema

/// What a step goes through, as far as the two schemas tell: for plans that nobody has run
/// (<https://www.postgresql.org/docs/current/sql-altertable.html>, notes).
///
/// A test holds it against what is measured.
struct ExpectedUses {
    private let context: ObjectPlan
    private var found: [RelationUse] = []

    /// The uses of tables that are there before, by name. Those without an effect only say how strong the lock is of a
    /// statement in which others have one.
    static func of(_ step: Step, with parts: [SchemaObject], in context: ObjectPlan) -> [RelationUse] {
        var uses = ExpectedUses(context: context)
        switch step {
        case .create(let object): for object in [object] + parts { uses.make(object) }
        case .alter(let change): uses.alter(change)
        case .drop(let object) where object.kind == .column || object.kind == .constraint:
            uses.use(object.id.relationPath, .accessExclusive, nil)
        case .drop, .setAside, .fill: break
        }
        return RelationUse.joined(uses.found)
    }

    private init(context: ObjectPlan) { self.context = context }

    // MARK: What is made

    private mutating func make(_ object: SchemaObject) {
        let table = object.id.relationPath
        switch object.definition {
        case .column(let column):
            useAll(table, .accessExclusive, effect(ofAdding: object.id, column))
        case .constraint(let constraint): make(constraint, on: table)
        // That of a table with partitions is made for it alone: those of the partitions are objects of their own.
        case .index(let index) where isDivided(index.table): break
        case .index(let index): use(index.table, .share, .scanned)
        case .domainConstraint(let check) where !check.notValid.value:
            for column in columns(of: object.id.path.dropLast()) { use(column.relationPath, .share, .scanned) }
        case .partition(let partition): attach(object.id.path, to: partition)
        default: break
        }
    }

    private mutating func make(_ constraint: Constraint, on table: [String]) {
        guard !constraint.notValid.value, !constraint.notEnforced.value else { return }
        switch constraint.type {
        case .foreignKey:
            use(table, .shareRowExclusive, .scanned)
            // A table without rows, and a column of NULL, have nothing to look for in the other.
            let isEmpty = constraint.columns.contains { column in
                context.isMade(ObjectID(.column, path: table + [column]))
                    && !context.isMade(ObjectID(.columnDefault, path: table + [column]))
            }
            guard !isEmpty, !stored(table).isEmpty else { return }
            use(constraint.references, .shareRowExclusive, .scanned)
        case .unique, .exclusion: use(table, .accessExclusive, .scanned)
        // They hold for the tables that inherit, too: of a primary key that no column is NULL.
        case .check, .notNull, .primaryKey: useAll(table, .accessExclusive, .scanned)
        }
    }

    /// A value that is the same for all rows is kept in the catalog; any other is written to each of them.
    private func effect(ofAdding id: ObjectID, _ column: Column) -> RelationUse.Effect? {
        if column.generated != nil { return column.virtual ? nil : .rewritten }
        if column.identity != nil { return .rewritten }
        let value = context.to.body(ObjectID(.columnDefault, path: id.path), as: ColumnDefault.self)
        if let value, VolatileExpression.isVolatile(value.expression, of: id, in: context.to) { return .rewritten }
        return isChecked(column.type) ? .rewritten : nil
    }

    /// Its rows are looked at for the bound, and those of the default partition for rows that belong to it.
    private mutating func attach(_ path: [String], to partition: Partition) {
        use(path, .accessExclusive, .scanned)
        let siblings = context.from.ids(of: .partition).filter {
            (context.from.body($0, as: Partition.self)).map { $0.parent == partition.parent && $0.isDefault } ?? false
        }
        for sibling in siblings { use(sibling.path, .accessExclusive, .scanned) }
    }

    // MARK: What is altered

    private mutating func alter(_ change: Alteration) {
        let table = change.id.relationPath
        switch (change.from.definition, change.to.definition) {
        case (.column(let old), .column(let new)):
            useAll(table, .accessExclusive, nil)
            if ColumnTypeChange.happens(change, in: context), let effect = effect(of: change, from: old, to: new) {
                useAll(table, .accessExclusive, effect)
                if effect == .rewritten { checkReferences(of: change.id) }
            }
            if old.generated != new.generated, new.generated != nil, !new.virtual {
                useAll(table, .accessExclusive, .rewritten)
            }
            if new.notNull, !old.notNull, !new.notNullNotValid, !isProved(change.id) {
                useAll(table, .accessExclusive, .scanned)
            }
        case (.table(let old), .table(let new)):
            let moves =
                old.unlogged != new.unlogged || old.accessMethod != new.accessMethod
                || old.tablespace != new.tablespace
            if moves { use(change.id.path, .accessExclusive, .rewritten) }
        case (.constraint(let old), .constraint(let new)):
            if old.notValid.value, !new.notValid.value, !new.notEnforced.value {
                use(table, .shareUpdateExclusive, .scanned)
                if new.type == .foreignKey { use(new.references, .rowShare, .scanned) }
            }
            if old.notEnforced.value, !new.notEnforced.value {
                use(table, .accessExclusive, .scanned)
                use(new.references, .shareRowExclusive, .scanned)
            }
        case (.index(let old), .index(let new)):
            if old.tablespace != new.tablespace { use(change.id.path, .accessExclusive, .rewritten) }
        default: break
        }
    }

    private func effect(of change: Alteration, from old: Column, to new: Column) -> RelationUse.Effect? {
        if old.generated != nil, new.generated != nil { return new.virtual ? nil : .rewritten }
        if ColumnTypeChange.isRemade(change.id, in: context) || ColumnAsText.isSetAside(change.id, in: context) {
            return .rewritten
        }
        guard StoredType.isKept(from: old.type, to: new.type, context.from, context.to) else { return .rewritten }
        // The indexes over it are sorted anew.
        let indexes = (context.dependents[change.id] ?? []).filter { !context.isTornDown($0) }
        let isSorted = indexes.contains { id in
            context.from.body(id, as: Index.self) != nil
                || context.from.body(id, as: Constraint.self)?.isIndexed == true
        }
        return change.touches("collation") && isSorted ? .scanned : nil
    }

    /// Whether a check says already that no row holds NULL, so that none is looked at.
    private func isProved(_ column: ObjectID) -> Bool {
        (context.dependents[column] ?? []).contains { id in
            guard !context.isTornDown(id), let check = context.from.body(id, as: Constraint.self), check.type == .check,
                !check.notValid.value
            else { return false }
            return check.bareDefinition == "CHECK ((\(SQL.quoted(name: column.name)) IS NOT NULL))"
        }
    }

    /// A foreign key over other values is checked anew, with the table at its other end.
    private mutating func checkReferences(of column: ObjectID) {
        for id in context.dependents[column] ?? [] where !context.isTornDown(id) {
            guard let key = context.from.body(id, as: Constraint.self), key.type == .foreignKey, !key.notValid.value
            else { continue }
            for table in [id.relationPath, key.references] where table != column.relationPath {
                use(table, .accessExclusive, .scanned)
            }
        }
    }

    // MARK: Tables

    /// A table and those that inherit from it; partitions are told of with what they are parts of.
    private mutating func useAll(_ path: [String], _ lock: LockMode, _ effect: RelationUse.Effect?) {
        use(path, lock, effect)
        for child in context.dependents[ObjectID(.table, path: path)] ?? []
        where context.from.body(child, as: Table.self)?.inherits.contains(path) == true {
            useAll(child.path, lock, effect)
        }
    }

    private func isDivided(_ table: [String]) -> Bool {
        context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil
    }

    private mutating func use(_ path: [String], _ lock: LockMode, _ effect: RelationUse.Effect?) {
        for id in stored(path) { found.append(RelationUse(Address(id), lock: lock, effect: effect)) }
    }

    /// The relation of that name, where it was there before.
    private func stored(_ path: [String]) -> [ObjectID] {
        for kind in [Kind.table, .materializedView, .index] {
            let id = ObjectID(kind, path: path)
            if context.from.contains(id), !context.isMade(id) { return [id] }
        }
        return []
    }

    private func isChecked(_ type: String) -> Bool { StoredType.isChecked(type, in: context.to) }

    private func columns(of type: ArraySlice<String>) -> [ObjectID] {
        let name = SQL.dotted(Array(type))
        return context.from.ids(of: .column).filter { context.from.body($0, as: Column.self)?.type == name }
    }
}
