import AutogenSchema

/// The statements that create objects: the author's own text.
enum SQLiteCreation {
    static func statements(for object: SchemaObject, in context: ObjectPlan) -> [Statement] {
        switch object.definition {
        case .table(let table): [Statement(SQL(raw: table.declaration.value))]
        case .virtualTable(let table): creation(of: table, object, in: context)
        case .view(let view): [Statement(SQL(raw: view.declaration.value))]
        case .index(let index): [creation(of: index)]
        case .trigger(let trigger): [Statement(SQL(raw: trigger.declaration.value))]
        case .column(let column): addition(of: column, object.id, in: context)
        case .databaseOption(let option): [Statement("PRAGMA \(raw: object.id.name) = \(option.value)")]
        // Written in the declaration of their table or column.
        case .columnDefault, .constraint: []
        default: []
        }
    }

    /// As its author wrote it, or, of a constraint, its tokens.
    static func member(_ object: SchemaObject) -> SQL? {
        if case .column(let column) = object.definition { return SQL(raw: column.declaration.value) }
        guard case .constraint(let body) = object.definition else { return nil }
        return body.unnamed
            ? SQL(raw: body.definition) : "CONSTRAINT \(name: object.id.name) \(raw: body.definition)"
    }

    private static func creation(
        of table: VirtualTable, _ object: SchemaObject, in context: ObjectPlan
    ) -> [Statement] {
        var creation = Statement(SQL(raw: table.declaration.value))
        if context.recreated.contains(object.id), table.content.value == .own,
            let old = context.from[object.id], FullTextIndex(old) != nil
        {
            creation.hazards.append(
                .byHand(object.id, "begins without rows: those that its old index read are not its own"))
        }
        guard let index = FullTextIndex(object), index.findsRows(in: context) else { return [creation] }
        return [creation, index.rebuilding]
    }

    private static func creation(of index: Index) -> Statement {
        let hazards =
            index.unique ? [Hazard.mayFail("fails when two rows have the same values in a unique index")] : []
        return Statement(SQL(raw: index.declaration.value), hazards: hazards)
    }

    private static func addition(of column: Column, _ id: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard let table = context.to.parent(of: id), !context.isMade(table) else { return [] }
        let checked = (context.newParts[table] ?? []).contains { part in
            context.created.contains(part) && context.to.body(part, as: Constraint.self)?.type == .check
        }
        var hazards: [Hazard] = []
        if checked || (column.generated != nil && column.notNull) {
            hazards.append(Hazard.mayFail("fails when a row does not satisfy the constraints of the new column"))
        }
        let value = context.to.body(ObjectID(.columnDefault, path: id.path), as: ColumnDefault.self)?.expression
        if column.notNull, let value { hazards.append(.fill(id, "rows get the default \(value)")) }
        return [
            Statement("ALTER TABLE \(name: table.name) ADD COLUMN \(raw: column.declaration.value)", hazards: hazards)
        ]
    }
}
