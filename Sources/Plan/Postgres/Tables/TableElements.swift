import AutogenSchema

/// The lines between the parentheses of `CREATE TABLE`.
struct TableElements {
    private var columns: [(id: ObjectID, body: Column)] = []
    private var defaults: [ObjectID: ColumnDefault] = [:]
    private var constraints: [(id: ObjectID, body: Constraint)] = []

    init(_ parts: [SchemaObject]) {
        for part in parts {
            if case .column(let body) = part.definition { columns.append((part.id, body)) }
            if case .constraint(let body) = part.definition { constraints.append((part.id, body)) }
            if case .columnDefault(let body) = part.definition {
                defaults[ObjectID(.column, path: part.id.path)] = body
            }
        }
    }

    /// Columns that come from a parent alone are left to it, those of a typed table to its type.
    func lines(for table: Table, in catalog: Catalog) -> [SQL] {
        let isTyped = !table.ofType.isEmpty
        return columns.filter { !$0.body.inherited }
            .sorted { $0.body.position.value < $1.body.position.value }
            .filter { !isTyped || $0.body.notNull || $0.body.generated != nil || defaults[$0.id] != nil }
            .map { id, body in
                let body = Self.leavingToParents(id, body, table, catalog)
                return ColumnRule.definition(id, body, default: defaults[id]?.expression, ofTypedTable: isTyped)
            }
            + constraints.filter {
                !isRepeated($0.id) && !PartitionedExclusion.comesFromParent($0.id, $0.body, in: catalog)
            }.map { ConstraintRule.clause($0.id, $0.body) }
    }

    /// Before version 16, a column that merges with a parent's computed one must not say again what it is computed from.
    private static func leavingToParents(
        _ id: ObjectID, _ body: Column, _ table: Table, _ catalog: Catalog
    ) -> Column {
        guard body.generated != nil, catalog.version.major < 16 else { return body }
        let isMerged = table.inherits.contains { parent in
            catalog.body(ObjectID(.column, path: parent + [id.name]), as: Column.self)?.generated == body.generated
        }
        var body = body
        if isMerged { body.generated = nil }
        return body
    }

    /// Keys that another one has in the same words: `CREATE TABLE` would make but one of them.
    var repeated: [ObjectID] { constraints.map(\.id).filter(isRepeated) }

    private func isRepeated(_ id: ObjectID) -> Bool {
        guard let body = constraints.first(where: { $0.id == id })?.body else { return false }
        let others = constraints.filter { $0.id != id && $0.body.isKey(like: body) }
        return switch body.type {
        case .unique:
            others.contains { $0.body.type == .primaryKey || $0.body.type == .unique && $0.id < id }
        case .exclusion: others.contains { $0.body.type == .exclusion && $0.id < id }
        case .check, .foreignKey, .notNull, .primaryKey: false
        }
    }
}

extension Constraint {
    /// Whether one index would do for both keys.
    fileprivate func isKey(like other: Constraint) -> Bool {
        columns == other.columns && included.value == other.included.value && period.value == other.period.value
            && nullsNotDistinct.value == other.nullsNotDistinct.value
            && deferrability.value == other.deferrability.value
    }
}
